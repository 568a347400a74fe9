import { FILL } from '../../src/book/checks/unfilled-check.ts';
import { badSlug, taken, titleOf, type Made, type Project } from './recipe.ts';

/** exercise makes a program to repair, with a hint and the solution. */
export function exercise(name: string, project: Project): Made {
  const bad = badSlug(name);
  if (bad) return bad;
  const path = `content/exercises/${name}.mdx`;
  if (project.read(path) !== null) return taken(name, path);
  return {
    ok: true,
    files: [{ path, text: page(name) }],
    next: [
      'Choose its kind, its chapter, its level and its minutes; the check runs both programs.',
    ],
  };
}

const program = (dic: boolean): string => `import { checkExtension } from 'stage-two';

const host = { fwb: true, dic: ${dic} };
// hide
console.log('answer:', checkExtension('v7.3', host).ret);
// show`;

const page = (name: string): string => `---
title: ${titleOf(name)}
kind: repair
goal: '${FILL} have 243 answered by 1'
solved: 'answer: 1'
chapter: /guide/asking-the-host/
level: 1
minutes: 3
---

${FILL} what the program does, and what is wrong with it. A program asks a host whether it maps such memory cacheable; the answer is no.

\`\`\`ts run id="try-${name}"
${program(false)}
\`\`\`

\`\`\`text output
answer: 0
\`\`\`

<Hint>

${FILL} what to look at first.

</Hint>

<Solution>

\`\`\`ts run id="try-${name}-solved"
${program(true)}
\`\`\`

\`\`\`text output
answer: 1
\`\`\`

${FILL} why that reaches the goal.

</Solution>
`;
