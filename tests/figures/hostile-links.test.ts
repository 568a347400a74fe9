import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo as hostLink, readLink as readHost } from '../../src/figures/host/link.ts';
import { PRESET as HOST } from '../../src/figures/host/state.ts';
import type { Linked } from '../../src/figures/form/address.ts';
import type { Values } from '../../src/figures/form/field.ts';
import {
  readLink as readNumbers,
  writeLink as numbersLink,
} from '../../src/figures/numbers/link.ts';
import { PRESET as NUMBERS, withKind } from '../../src/figures/numbers/state.ts';
import { fieldsOf, OR, presetOf, readLink, writeLink } from '../../src/figures/rows/state.ts';
import { rowsStatic } from '../../src/figures/rows/static.ts';
import { LINK } from '../../src/figures/triage/link-form.ts';
import { inputIn, readLink as readTriage } from '../../src/figures/triage/read-link.ts';
import { CPUS } from './support/html.ts';
import { OLD_LINKS } from './triage/links.ts';

/* Links that nobody wrote: torn, doubled, huge, of another version, with what an attacker puts in. */

const { data } = rowsStatic('memslot');
const ROWS = fieldsOf(data);

/** A tool whose state stands in the address: how it is read, written, and some links of its own. */
interface Tool {
  readonly read: (fragment: string) => Linked;
  readonly write: (values: Values) => string;
  readonly keys: ReadonlySet<string>;
  readonly links: readonly string[];
}

const TOOLS: Readonly<Record<string, Tool>> = {
  numbers: {
    read: (fragment) => {
      const { state, problems } = readNumbers(fragment);
      return { values: state, problems };
    },
    write: numbersLink,
    keys: new Set(Object.keys(NUMBERS)),
    links: [
      numbersLink(NUMBERS),
      numbersLink({ ...withKind(NUMBERS, 'ESR_EL2'), value: '0x92000061' }),
      '#numbers=1.kind:leaf,value:0x40000000f00747,regime:stage2,fwb:1',
    ],
  },
  host: {
    read: (fragment) => readHost(fragment, CPUS),
    write: (values) => hostLink(values, CPUS),
    keys: new Set(Object.keys(HOST)),
    links: [
      hostLink(HOST, CPUS),
      hostLink({ ...HOST, 'a-fwb': '0', 'a-kernel': '6.17.4', two: '1' }, CPUS),
    ],
  },
  rows: {
    read: (fragment) => readLink(ROWS, data, fragment),
    write: (values) => writeLink(ROWS, values, data),
    keys: new Set(ROWS.map(({ key }) => key)),
    links: [
      writeLink(ROWS, presetOf(data), data),
      writeLink(ROWS, { ...presetOf(data), change: `CREATE${OR}MOVE`, fwb: '0' }, data),
      writeLink(ROWS, { ...presetOf(data), answer: 'accepted', with: 'v6.16', row: '0.1' }, data),
    ],
  },
};

const PARTS = [
  '%',
  '%zz',
  '%E0%A4',
  '%00',
  '__proto__:1',
  'constructor:toString',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202e\u0000\ud800',
  ',,,,',
  '::',
  OR,
  `%7C%7C`,
  'fwb:0|1|2',
  'kernel:v9.9',
  'row:9.9.9',
  '#',
  '9'.repeat(60),
];

/** What is done to a link. */
const CHANGES: readonly ((link: string, at: number, part: string) => string)[] = [
  (link, at) => link.slice(0, at),
  (link, at, part) => link.slice(0, at) + part + link.slice(at),
  (link, at, part) => link.slice(0, at) + part + link.slice(at + 1),
  (link, at) => link.slice(0, at) + link.slice(Math.max(0, at - 7)),
  (link, at, part) => link.replace(/=\d*\./, `=${at}${part.slice(0, 2)}.`),
  (link, at, part) => link + `,${part}`.repeat(1 + (at % 90)),
  (link, _, part) => link.slice(0, link.indexOf('=') + 1) + part,
];

/** A link that something was done to, twice at most; its begin, by which it is known, stays. */
const hostile = (links: readonly string[]) =>
  fc
    .record({
      link: fc.constantFrom(...links),
      twice: fc.boolean(),
      how: fc.tuple(fc.nat(CHANGES.length - 1), fc.nat(CHANGES.length - 1)),
      at: fc.tuple(fc.nat(200), fc.nat(200)),
      part: fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 6, unit: 'binary' })),
    })
    .map(({ link, twice, how, at, part }) => {
      const head = link.slice(0, link.indexOf('=') + 1);
      const change = (text: string, n: 0 | 1): string =>
        CHANGES[how[n]]?.(text, head.length + (at[n] % (text.length + 1)), part) ?? text;
      const once = change(link, 0);
      const changed = twice ? change(once, 1) : once;
      return changed.startsWith(head) ? changed : head + changed;
    });

const isSentence = (text: string): boolean =>
  text.length > 20 && text.length < 2500 && text.endsWith('.');

describe('100,000 links that nobody wrote', () => {
  it.each([
    ['numbers', 30_000],
    ['host', 30_000],
    ['rows', 25_000],
  ])('of %s open to a state, with a sentence for what they could not say', (name, numRuns) => {
    const tool = TOOLS[name] as Tool;
    let [opened, refused] = [0, 0];
    fc.assert(
      fc.property(hostile(tool.links), (fragment) => {
        const { values, problems } = tool.read(fragment);
        if (problems.length === 0) opened++;
        else refused++;
        if (!problems.every(isSentence)) return false;
        const entries = Object.entries(values);
        if (!entries.every(([key, value]) => tool.keys.has(key) && typeof value === 'string'))
          return false;
        // What was opened is a state of the tool: its own link says nothing that cannot be read.
        return tool.read(tool.write(values)).problems.length === 0;
      }),
      { numRuns, seed: 17 },
    );
    expect(Math.min(opened, refused)).toBeGreaterThan(numRuns / 50);
  });

  it('of a text open to the text, or to nothing', () => {
    const whole = OLD_LINKS.map(({ input }) => JSON.stringify(input));
    let opened = 0;
    fc.assert(
      fc.property(hostile(whole.map((json) => `=${json}`)), (text) => {
        const found = inputIn(text.slice(1));
        if (found === null) return true;
        opened++;
        return (
          typeof found.text === 'string' &&
          Object.values(found.asked).every((value) => typeof value === 'string')
        );
      }),
      { numRuns: 14_000, seed: 17 },
    );
    expect(opened).toBeGreaterThan(100);
  });

  it('of a packed text open to it, or say why not', async () => {
    await fc.assert(
      fc.asyncProperty(hostile(OLD_LINKS.map(({ fragment }) => fragment)), async (fragment) => {
        expect(fragment.startsWith(LINK)).toBe(true);
        const found = await readTriage(fragment);
        return 'why' in found ? isSentence(found.why) : typeof found.text === 'string';
      }),
      { numRuns: 1_000, seed: 17 },
    );
  });
});

it('no value of a table has the sign that stands between several', () => {
  const { inputs } = data;
  expect(inputs.flatMap(({ values }) => values).filter((value) => value.includes(OR))).toEqual([]);
});
