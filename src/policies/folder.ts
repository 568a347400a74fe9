import { GUEST_S1S, HOSTS } from '../model/index.ts';
import { hostWords } from './host-words.ts';
import type { Judged } from './judge.ts';

/** A file of the folder: a path with slashes, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const MODEL = '../../src/model/index.ts';

/** What a page has and Node has not: `show` draws there, and prints here. */
const SHOW = [
  'declare global {',
  '  var show: (...values: unknown[]) => void;',
  '}',
  'globalThis.show = (...values) => console.log(...values);',
  '',
  'export {};',
  '',
].join('\n');

/** folderOf is a policy as files: its text, its verdicts as a test, and how to run that. */
export function folderOf(code: string, judged: Judged, version: string): TextFile[] {
  const program = code.replaceAll(/(\b(?:from|import)\s*)(['"])stage-two\2/g, `$1'${MODEL}'`);
  const shows = /\bshow\b/.test(code);
  // Behind the text, so that its lines keep their numbers: an import comes first wherever it stands.
  const end = `${shows ? "import './show.ts';\n" : ''}export { policy };\n`;
  return [
    { path: 'my-policy/policy.ts', text: `${program.trimEnd()}\n\n${end}` },
    { path: 'my-policy/policy.test.ts', text: testOf(judged) },
    ...(shows ? [{ path: 'my-policy/show.ts', text: SHOW }] : []),
    { path: 'my-policy/README.md', text: readme(version) },
  ];
}

function testOf({ cases }: Judged): string {
  const rows = cases.map(
    ({ host, guestS1, breaks }) =>
      `  [${host.fwb}, ${host.dic}, '${guestS1}', ${JSON.stringify(breaks).replaceAll('"', "'")}],`,
  );
  return [
    "import { expect, it } from 'vitest';",
    `import { PROPERTIES, verdicts } from '${MODEL}';`,
    "import { policy } from './policy.ts';",
    '',
    'const { rows, errors } = verdicts([policy]);',
    '',
    "it('answers every question', () => expect(errors).toEqual([]));",
    '',
    'it.each([',
    ...rows,
    "] as const)('FWB %s, DIC %s, guest %s: breaks %j', (fwb, dic, guestS1, breaks) => {",
    "  const row = rows.find((one) => one.vma === 'cacheable' && one.fwb === fwb && one.dic === dic && one.guestS1 === guestS1);",
    '  expect(PROPERTIES.filter((name) => row?.[name] === false)).toEqual(breaks);',
    '});',
    '',
  ].join('\n');
}

const readme = (version: string): string =>
  [
    '# A policy for cacheable memory without a struct page',
    '',
    `Judged with Stage Two ${version}: ${HOSTS.map(hostWords).join('; ')}; guests ${GUEST_S1S.join(', ')}.`,
    '',
    '1. Put this folder into `tests/` of a copy of Stage Two, so that it is `tests/my-policy/`.',
    '2. `npx vitest run --configLoader native tests/my-policy`',
    '',
    '`policy.ts` is the policy as it was typed; `policy.test.ts` holds its verdicts. A test that fails says',
    'that the policy, or the model, has changed since.',
    '',
  ].join('\n');
