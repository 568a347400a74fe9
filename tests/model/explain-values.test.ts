import { describe, expect, it } from 'vitest';
import {
  cacheToggle,
  checkExtension,
  checkInWords,
  combineStages,
  decodeMairAttr,
  decodeShareability,
  describe as describeValue,
  explain,
  handleFault,
  label,
  nearestFlips,
  renderText,
  stage2Attributes,
  type Decision,
} from 'stage-two';
import { sameAnswer } from '../../src/model/explain/answer.ts';
import { reasonsInWords, language } from '../../src/model/explain/language.ts';
import { recognise } from '../../src/model/explain/recognise.ts';
import { sentence } from '../../src/model/explain/sentence.ts';

const page = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' } as const;

describe('a value that the model did not make', () => {
  const deep: { inner?: object } = {};
  deep.inner = deep;
  const shared = { n: null };

  it.each<[unknown, string]>([
    ['text', 'text'],
    ['', ''],
    [undefined, 'undefined'],
    [null, 'null'],
    [-0.5, '-0.5'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [12n, '12n'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [[], '[]'],
    [{ a: 1n, b: null, c: 'x', d: [2] }, '{"a":"1n","b":null,"c":"x","d":[2]}'],
    [deep, '{"inner":"(seen above)"}'],
    [{ a: shared, b: shared }, '{"a":{"n":null},"b":"(seen above)"}'],
    [{ toJSON: () => undefined }, 'nothing'],
  ])('%# is its own text', (value, text) => {
    const bare = (all: string) => all.replaceAll(/\s/g, '');
    expect(bare(renderText(value))).toBe(bare(text));
  });

  it('has a line for each field', () => {
    expect(renderText({ a: 1, b: [2] })).toBe('{\n  "a": 1,\n  "b": [\n    2\n  ]\n}');
  });

  it('is cut after 2000 characters', () => {
    expect(renderText('x'.repeat(2000))).toBe('x'.repeat(2000));
    expect(renderText('y'.repeat(2001))).toBe(`${'y'.repeat(2000)}...`);
    expect(renderText(['z'.repeat(3000)]).length).toBe(2003);
    expect(renderText(10n ** 2500n).length).toBe(2003);
  });

  it('is told where its fields cannot be read', () => {
    const hostile = {
      get kind() {
        throw new Error('no');
      },
    };
    expect(renderText(hostile)).toBe('a value that cannot be read');
  });
});

describe('the kinds of values', () => {
  const attributes = combineStages({ s1: { attr: 0xff }, s2: { memAttr: 6 }, fwb: true });
  it.each<[unknown, string | null]>([
    [handleFault('v7.3', page), 'decision'],
    [attributes, 'combined'],
    [attributes.permitted[0], 'attributes'],
    [decodeMairAttr(0xff), 'mair'],
    [decodeShareability(3), 'shareability'],
    [nearestFlips('handleFault', 'v7.3', page), 'flips'],
    [{ question: 'handleFault' }, null],
    [{ because: [] }, null],
    [{ question: 'toString', because: [] }, null],
    [{ question: 7, because: [] }, null],
    [{ question: ['handleFault'], because: [] }, null],
    [{ kind: 'toString' }, null],
    [{ kind: ['mair'] }, null],
    [{ device: null, shareability: 'ISH' }, null],
    [{ device: null, xs: true }, null],
    [{ shareability: 'ISH', xs: true }, null],
    [[null], null],
    [[], null],
    [['changes'], null],
    [[{ changes: [] }], null],
    [[{ decision: {} }], null],
    [null, null],
    ['decision', null],
  ])('%# is told', (value, kind) => expect(recognise(value)?.kind ?? null).toBe(kind));

  it('of the architecture have a kind that is a word, and no question', () => {
    for (const value of [{ kind: 'leaf', question: 1, because: [] }, { kind: ['leaf'] }])
      expect(describeValue(value)).toEqual({ kind: 'value', text: JSON.stringify(value, null, 2) });
    expect(describeValue({ kind: 'leaf', error: { code: 'x', received: 'r' } })).toMatchObject({
      kind: 'value',
      text: expect.stringMatching(/^invalid \(stage-2 descriptor\)\n {2}received {2}r/),
    });
    for (const kind of ['register', 'stage2-fault', 'stage1', 'maintenance']) {
      const tree = describeValue({ kind, error: { received: 'r', expected: 'e' } });
      expect(tree).toMatchObject({ text: expect.stringMatching(/^invalid \(\w[\w -]+\)\n/) });
    }
  });

  it('are labelled by both halves, or not at all', () => {
    const { inner, outer } = decodeMairAttr(0xff);
    const bare = { device: null, inner, outer };
    expect(label(bare)).toBe('WB RWA');
    expect(label({ ...bare, inner: null })).toBe('reserved');
    expect(label({ ...bare, outer: null })).toBe('reserved');
    expect(label({ ...bare, shareability: null, tagged: false, noTagAccess: null })).toBe('WB RWA');
    expect(label({ ...bare, shareability: 'ISH', tagged: true, noTagAccess: true })).toBe(
      'WB RWA ISH Tagged NoTagAccess',
    );
  });
});

describe('two answers', () => {
  const now = handleFault('v7.3', page);
  const same = (changes: object) => sameAnswer(now, { ...now, ...changes } as Decision);

  it('are the same but for what they say of themselves and the books of the kernel', () => {
    const books = 'question kernel errno because memcache mteTagsSanitised markedDirty';
    for (const name of `${books} hwpoisonSignal pageReleased refusedVma`.split(' '))
      expect([
        name,
        sameAnswer({ ...now, [name]: 1 } as never, { ...now, [name]: 2 } as never),
      ]).toEqual([name, true]);
    expect(same({})).toBe(true);
  });

  it('differ by verdict, return value, mapping or any other field', () => {
    expect(same({ verdict: 'fails' })).toBe(false);
    expect(same({ ret: -14 })).toBe(false);
    expect(same({ mapping: null })).toBe(false);
    expect(same({ mapping: { ...now.mapping } })).toBe(true);
    expect(same({ mapping: { ...now.mapping, r: 'x' } })).toBe(false);
    expect(same({ mapping: { ...now.mapping, more: 1 } })).toBe(false);
    expect(same({ mapping: 7 })).toBe(false);
    const lists = (a: unknown, b: unknown) =>
      sameAnswer({ ...now, x: a } as never, { ...now, x: b } as never);
    expect([lists([1], [1]), lists([1], [2]), lists([], {}), lists({}, [])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([lists(null, {}), lists({}, null), lists(1, {}), lists({ a: 1 }, { b: 1 })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a step in a language', () => {
  const words = { one: (v: unknown) => `one is ${String(v)}`, none: () => '' };
  const known = language(
    { asked: { asks: 'whether so' }, told: { tells: (_step, why) => `It is so${why}` } },
    words as never,
    {},
  );
  const step = (changes: object) => ({
    check: 'asked',
    in: 'f',
    inputs: {},
    answer: true,
    source: ['V10-6'],
    decides: false,
    ...changes,
  });

  it('joins what it rests on', () => {
    const say = (inputs: object) => reasonsInWords(step({ inputs }) as never, known);
    expect(say({})).toBe('');
    expect(say({ one: 1 })).toBe('one is 1');
    expect(say({ one: 1, two: false })).toBe('one is 1 and two is false');
    expect(say({ one: 1, two: 2, three: 3 })).toBe('one is 1, two is 2 and three is 3');
    expect(say({ one: null, vma: 2, toString: 5 })).toBe('toString is 5');
  });

  it.each([
    [{}, 'KVM asks whether so: yes.'],
    [{ answer: false, inputs: { one: 1 } }, 'KVM asks whether so: no, because one is 1.'],
    [{ answer: 7 }, 'KVM asks whether so: 7.'],
    [{ check: 'told', inputs: { one: 1 } }, 'It is so, because one is 1.'],
    [{ check: 'other' }, 'KVM asks for other: yes.'],
    [{ check: '!other(a)' }, 'KVM asks for !other(a) (other): yes.'],
    [{ check: 'a && other(a)' }, 'KVM asks for a && other(a): yes.'],
    [{ inputs: { vma: 1 } }, 'KVM asks whether so (VMA 2): yes.'],
    [{ check: 'f()', inputs: { vma: 0 } }, 'KVM asks for f() (f, VMA 1): yes.'],
    [{ status: 'read' }, 'KVM asks whether so: yes. This was read, not evaluated.'],
  ])('%# is a sentence', (changes, text) =>
    expect(sentence(step(changes) as never, known)).toBe(text),
  );

  it('has words for the checks that the model makes', () => {
    expect(checkInWords('kvm_supports_cacheable_pfnmap()')).toBe(
      'whether the host supports cacheable PFNMAP',
    );
    expect(checkInWords('nothing()')).toBeNull();
    expect(checkInWords('toString')).toBeNull();
  });
});

describe('a decision as text', () => {
  it('says that the trapping ends where a guest turns its caches on', () => {
    const on = { fwb: false, tvm: true, wasEnabled: false, nowEnabled: true };
    expect(describeValue(cacheToggle('v7.3', on))).toMatchObject({ facts: [['HCR_EL2.TVM', '0']] });
  });

  it('has no leaf where the prot bits are refused', () => {
    const refused = describeValue(
      stage2Attributes('v7.3', { fwb: true, device: true, normalNc: true }),
    );
    expect(refused).toMatchObject({ facts: [['returns', '-22 (-EINVAL)']] });
  });

  it('names each function once, above its steps', () => {
    for (const decision of [handleFault('v7.3', page), handleFault('v6.17', page)]) {
      const { because } = decision;
      const lines = renderText(decision).split('\n');
      const width = String(because.length).length;
      const told = explain(decision);
      const wanted = because.flatMap((step, i) => {
        const line = `${String(i + 1).padStart(width)}. ${told[i]} [${step.source.join(', ')}]`;
        return step.in === because[i - 1]?.in
          ? [line]
          : [`${' '.repeat(width + 2)}${step.in}:`, line];
      });
      expect(lines.slice(-wanted.length)).toEqual(wanted);
    }
  });

  it('has nothing to tell of a decision without steps but what was wrong', () => {
    const wrong = checkExtension('v7.3', { fwb: 1 } as never);
    expect(explain(wrong).length).toBe(1);
    expect(explain({} as never)).toEqual([]);
    expect(explain(null as never)).toEqual([]);
  });
});
