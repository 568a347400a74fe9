import { FILL } from '../../src/book/checks/unfilled-check.ts';
import { entriesOf, withEntry } from './entries.ts';
import { badSlug, taken, titleOf, unread, type Made, type Project } from './recipe.ts';

const MAP = 'content/data/map.json';
/** Where a chapter begins; its author moves it. */
const GROUP = 'Around it';

/** chapter makes a page of the guide that teaches a concept, and its place on the map. */
export function chapter(name: string, project: Project): Made {
  const bad = badSlug(name);
  if (bad) return bad;
  const path = `content/guide/${name}.mdx`;
  for (const own of [path, `content/reference/${name}.mdx`])
    if (project.read(own) !== null) return taken(name, own);
  const map = project.read(MAP);
  const place = map === null ? null : placed(map, name, project);
  if (map === null || place === null) return unread(MAP, 'a list with a lane of chapters');
  const today = new Date().toISOString().slice(0, 10);
  return {
    ok: true,
    files: [
      { path, text: page(name, orderIn(project), today) },
      { path: MAP, text: place },
    ],
    next: [
      `Choose its group and order, the lane of its place in ${MAP}, and the path of content/data/paths.json that it belongs to, if any.`,
      'Put what people type for it into content/data/search.json.',
    ],
  };
}

/** The first place after those of the group that no page has. */
function orderIn(project: Project): number {
  const pages = ['guide', 'reference'].flatMap((section) =>
    project.list(`content/${section}`).map((file) => {
      const text = project.read(`content/${section}/${file}`) ?? '';
      const group = /^group: (.+)$/m.exec(text)?.[1];
      return { group, order: Number(/^order: (\d+)$/m.exec(text)?.[1] ?? 0) };
    }),
  );
  const orders = new Set(pages.map(({ order }) => order));
  const own = pages.filter(({ group }) => group === GROUP).map(({ order }) => order);
  let order = Math.max(0, ...own) + 1;
  while (orders.has(order)) order += 1;
  return order;
}

/** The map with a place at the end of the lane that the chapters of the group stand in. */
function placed(map: string, name: string, project: Project): string | null {
  const places = entriesOf(map).map(({ value }) => value);
  const ofGroup = places.findLast(({ route }) => {
    const text = project.read(`content${String(route).replace(/\/$/, '')}.mdx`) ?? '';
    return text.includes(`\ngroup: ${GROUP}\n`);
  });
  const lane = ofGroup?.['lane'];
  if (lane === undefined) return null;
  const last = places.findLastIndex((place) => place['lane'] === lane);
  const next = places[last + 1];
  const route = `/guide/${name}/`;
  const label = titleOf(name).toLowerCase();
  const entry = { id: name.replaceAll('-', ''), lane, name: label, route, to: [] };
  return withEntry(map, entry, ({ id }) => next !== undefined && id === next['id']);
}

const page = (name: string, order: number, today: string): string => `---
title: ${titleOf(name)}
description: '${FILL} what the page answers, in one sentence.'
group: ${GROUP}
order: ${order}
reader: [engineer]
goals:
  - '${FILL} what a reader can say after this chapter'
needs: [/guide/what-kvm-decides/]
kernels: [v7.3]
checked: ${today}
---

${FILL} why it matters, in 40 to 90 words that need no glossary. Until then: a program that makes virtual machines can ask the kernel a question before it hands over memory, and the kernel answers yes or no. Who does not ask learns the answer later, when the machine already runs and can only be stopped.

${FILL} a picture, such as \`<DrawingFigure name="asking-the-host" caption="..." />\`, and then the idea.

## What is asked

<Claim src="CODE734" status="confirmed">${FILL} a sentence that the source says.</Claim> The first listing shows at most eight lines.

\`\`\`ts run id="${name}"
import { checkExtension } from 'stage-two';

const host = { fwb: true, dic: false };
console.log('243:', checkExtension('v7.3', host).ret);
\`\`\`

\`\`\`text output
243: 0
\`\`\`

## Three checks

${[
  ['both', 'A CPU has both features. What does 243 answer?', 'fwb: true, dic: true', '1'],
  ['one', 'A CPU has the first of them alone. What does 243 answer?', 'fwb: true, dic: false', '0'],
  [
    'early',
    'A program asks before it has made a VM. What does 243 answer?',
    'fwb: true, dic: true, vmFd: false',
    '-22',
  ],
]
  .map(([id = '', asks = '', host = '', ret = ''], at) =>
    check(`check-${name}-${id}`, asks, host, ret, at),
  )
  .join('\n')}
## What to read next

${FILL} what to read next. How a program asks: [asking the host](/guide/asking-the-host/).
`;

/** The place of the right answer differs from check to check. */
function check(id: string, asks: string, host: string, ret: string, at: number): string {
  const options = [
    ['243: 0', 'No'],
    ['243: 1', 'Yes'],
    ['243: -22', 'It refuses the question'],
  ];
  const turned = [...options.slice(at), ...options.slice(0, at)];
  const back = at === 0 ? ' goal="1" from="/guide/what-kvm-decides/"' : '';
  return `<Check question="${FILL} ${asks}"${back} mixes="${FILL} what readers mix up">

${turned.map(([when, says]) => `<Option when="${when}">${says}</Option>`).join('\n')}

\`\`\`ts run id="${id}"
import { checkExtension } from 'stage-two';

console.log('243:', checkExtension('v7.3', { ${host} }).ret);
\`\`\`

\`\`\`text output
243: ${ret}
\`\`\`

${FILL} why it is so.

</Check>
`;
}
