import { describe, expect, it } from 'vitest';
import { triage } from '../../src/triage/index.ts';
import { LONGEST_TEXT } from '../../src/triage/limits.ts';
import { REASON_IDS } from '../../src/triage/reasons/reason.ts';
import { ROWS } from './support/cases.ts';
import { fuzzed, numbersFrom } from './support/fuzz.ts';

const IDS = new Set<string>(REASON_IDS);

/** What is wrong with an answer, whatever was pasted; null where it is sound. */
function unsound(text: string, asked: Record<string, unknown> = {}): string | null {
  const answer = triage(text, asked);
  const ids = answer.reasons.map(({ id }) => id);
  const wrong = (what: string) => `${what}, of ${JSON.stringify(text.slice(0, 2_000))}`;
  if (new Set(ids).size !== ids.length || ids.some((id) => !IDS.has(id)))
    return wrong(ids.join(' '));
  const lines = text.split(/\r*\n|\r/).length;
  const places = [...answer.understood, ...answer.ignored].map(({ line }) => line);
  const grounds = answer.reasons.flatMap(({ because }) => because.map(({ line }) => line ?? 1));
  if ([...places, ...grounds].some((line) => line < 1 || line > lines))
    return wrong('a line that is not there');
  if (answer.next === '') return wrong('nothing comes next');
  return JSON.stringify(answer) === '' ? wrong('no JSON') : null;
}

describe('any text', () => {
  it('of 100,000 that a generator makes gets an answer', () => {
    const next = numbersFrom(20261130);
    const seeds = ROWS.map(({ input }) => input);
    const asked = ROWS.flatMap((row) => (row.asked ? [row.asked] : [{}]));
    const found: string[] = [];
    for (let n = 0; n < 100_000; n++) {
      const wrong = unsound(fuzzed(seeds, next), asked[next(asked.length)] ?? {});
      if (wrong !== null) found.push(wrong);
    }
    expect(found).toEqual([]);
  }, 600_000);

  /** Each of these makes a careless regular expression try every way to cut it. */
  it.each([
    'KVM_RUN ',
    'slot=',
    'ioctl(1, KVM_SET_USER_MEMORY_REGION, {',
    'error error error -',
    'flags=KVM_MEM_A|',
    '0x0000000',
    'VmFlags: rd wr ',
    '<b <b <b ',
    '&#x',
    '[1;1',
    '\u001b[',
    '\u001b]',
    '> > > ',
    'vfio probe ',
    'qemu-system-aarch64 -',
    'Unsupported FSC: no ',
    'grep ',
    '/dev/kvm ',
    'uname ',
    '6.12-',
    'a.b@c:~/',
    'kernel: linux-',
    'exit reason ',
    '/* /* ',
    '<unfinished ...>',
    '((((((((',
    '\t \t ',
    '\u0000',
    '\\n',
    '_',
    'ﷺ',
    '{code:',
    '{"log":"',
    '  - ',
    'map for DMA ',
    'register 1 bytes of memory at ',
    'write error: drivers/vfio-pci/',
  ])('that repeats %j, on one line or many, gets an answer', (part) => {
    const text = part.repeat(Math.ceil(250_000 / part.length));
    expect(unsound(text)).toBe(null);
    expect(unsound(`${part}\n`.repeat(Math.ceil(100_000 / part.length)))).toBe(null);
  });

  it('of 10 MB gets an answer that says how much was read', () => {
    const line = 'ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)\n';
    const answer = triage(line.repeat(10_000_000 / line.length));
    expect(answer.understood.map(({ key }) => key)).toContain('call');
    expect(answer.notes.join(' ')).toContain(`first ${LONGEST_TEXT} were read`);
    expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
  });
});

describe('any choice', () => {
  it.each([
    [{ mte: 7, call: 'KVM_WALK', '': '' }],
    [{ esr: 'x'.repeat(100_000) }],
    [{ __proto__: { call: 'KVM_RUN' } }],
    [JSON.parse('{"__proto__": {"errno": "EFAULT"}, "constructor": "1", "toString": null}')],
    [{ kernel: { toString: null } }],
    [null as never],
    [
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('that is none is left out: %#', (asked) => {
    const answer = triage('', asked as Record<string, unknown>);
    expect([answer.asked, answer.reasons]).toEqual([{}, []]);
  });

  it('that is not understood is named in a note', () => {
    expect(triage('', { mte: '7' }).notes).toEqual(['Not understood: mte=7; expected mte=0|1.']);
  });
});

it('something that is no text has nothing in it', () => {
  for (const text of [null, undefined, 7, {}, []])
    expect(triage(text as never).understood).toEqual([]);
});
