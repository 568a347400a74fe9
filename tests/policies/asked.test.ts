import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, ASKERS, inWords, readAsked } from '../../src/policies/asked.ts';
import { differences } from '../../src/policies/differ.ts';
import { judgePolicy } from '../../src/policies/judge.ts';
import { answering, QUESTIONS, questionName } from '../../src/policies/questions.ts';
import type { Given } from '../../src/policies/questions.ts';
import { sourceOf, starterText } from '../../src/policies/source.ts';
import { policy as starter } from '../../src/policies/starter.ts';
import {
  GUEST_S1S,
  HOSTS,
  pointOf,
  POLICIES,
  policyNamed,
  PROPERTIES,
  verdicts,
} from '../../src/model/index.ts';
import type { Policy } from '../../src/model/index.ts';
import { startRunner, type Runner } from '../../src/snippets/node/runner.ts';

let runner: Runner;
beforeAll(async () => void (runner = await startRunner(2)));
afterAll(() => runner.close());

const ask = async (code: string) => {
  const runs = await Promise.all(
    ASKERS.map((asker) =>
      runner.run([
        { id: 'policy', code },
        { id: 'ask', code: asker },
      ]),
    ),
  );
  const [one, other] = runs.map(({ events }) => readAsked(events.at(-1)?.text ?? ''));
  const error = runs.find((run) => run.error !== null)?.error ?? null;
  return { asked: agreed(one!, other!), error };
};
const given = async (code: string): Promise<readonly Given[]> => {
  const { asked, error } = await ask(code);
  expect(error).toBeNull();
  if ('why' in asked) throw new Error(asked.why);
  return asked.given;
};
const mine = (onMemslot: string, onFault: string, before = ''): string =>
  `${before}\nconst policy = { name: 'mine', onMemslot: ${onMemslot}, onFault: ${onFault} };`;
const judged = (policy: Policy) => {
  const all = judgePolicy(policy);
  if ('code' in all) throw new Error(all.received);
  return all;
};
const named = (name: string): Policy => {
  const found = policyNamed(name);
  if ('code' in found) throw new Error(found.received);
  return found;
};

describe('a policy of the debate as code', () => {
  it.each(POLICIES.map(({ name }) => name))(
    '%s runs, and answers as the model has it',
    async (name) => {
      const { program } = sourceOf(name);
      const answers = answering(name, await given(program));
      const own = verdicts([answers]);
      expect(own.errors).toEqual([]);
      expect(own.rows).toEqual(verdicts([named(name)]).rows);
      expect(pointOf(answers)).toEqual(pointOf(named(name)));
    },
  );

  it('is no policy that nobody has', () => {
    expect(() => sourceOf('nobody')).toThrow('nobody');
  });
});

describe('the verdicts', () => {
  it.each(POLICIES.map((one) => [one.name, one] as const))(
    'of %s are those of the model',
    (name, policy) => {
      const { cases, worst } = judged(policy);
      expect(cases).toHaveLength(HOSTS.length * GUEST_S1S.length);
      const rows = verdicts([policy]).rows.filter(({ vma }) => vma === 'cacheable');
      for (const { host, guestS1, breaks } of cases) {
        const row = rows.find(
          (one) => one.fwb === host.fwb && one.dic === host.dic && one.guestS1 === guestS1,
        );
        expect(breaks, name).toEqual(PROPERTIES.filter((property) => row?.[property] === false));
      }
      const first = PROPERTIES.find((property) => rows.some((row) => row[property] === false));
      expect(worst?.property).toBe(first);
      expect(worst === null).toBe(cases.every(({ breaks }) => breaks.length === 0));
    },
  );

  it('say what a policy needs', () => {
    // A clean works on an address (CODE734), and capability 243 asks for FWB and DIC (CODE617).
    const needs = judged(named('cacheable-with-cmos')).needs.join(' ');
    expect(needs).toContain('An address to clean by (FWB 0, DIC 0; FWB 0, DIC 1)');
    expect(needs).toContain('A capability of its own (FWB 0, DIC 0; FWB 0, DIC 1; FWB 1, DIC 0)');
    expect(judged(named('error-on-creation')).needs).toEqual([]);
  });
});

it('comes with a policy that runs as it is judged', async () => {
  const answers = answering('mine', await given(starterText()));
  expect(verdicts([answers]).rows).toEqual(verdicts([starter]).rows);
});

describe('two policies', () => {
  const differ = (a: string, b: string) =>
    differences(named(a), named(b), { mine: judged(named(a)), other: judged(named(b)) });

  it('differ in nothing where they are one', () => {
    expect(differ('error-on-creation', 'opt-in-fallback:error')).toEqual([]);
  });

  it('differ where one asks for DIC too, and it is said what follows', () => {
    const found = differ('fwb-only', 'error-on-creation');
    expect(found.map(({ question }) => question)).toEqual(['FWB 1, DIC 0, memslot']);
    const faults = differ('clean-before-device', 'fallback-to-device');
    expect(faults.map(({ question }) => question)).toContain('FWB 1, DIC 1, first write');
    expect(found[0]).toMatchObject({ mine: 'accepted', other: 'EINVAL' });
    expect(found[0]?.because).toMatch(
      /^Yours: fresh code stale in \d+ steps .*The other: nothing breaks\.$/,
    );
  });
});

describe('a program that is no policy', () => {
  const yes = "() => 'accepted'";
  it('has none', async () => {
    const { asked } = await ask('const other = 1;');
    expect(asked).toEqual({ why: expect.stringContaining('defines no policy') });
  });

  it.each(['onMemslot', 'onFault'])('has no %s', async (part) => {
    const code = mine(yes, "() => 'normal'") + ` delete policy.${part};`;
    const { asked } = await ask(code);
    expect(asked).toEqual({ why: expect.stringMatching(`^The policy has no function ${part}\\.`) });
  });

  it.each([
    ["new TypeError('not yet')", 'TypeError: not yet'],
    [
      "Object.defineProperty(new Error('x'), 'message', { get })",
      'Error: its message cannot be read',
    ],
    ["Object.defineProperty(new Error('x'), 'name', { get })", 'Error: x'],
    ["{ message: 'hello' }", 'an object: hello'],
    ['Object.defineProperty({}, "message", { get })', 'an object: its message cannot be read'],
    ['Object.create(null)', 'an object: it has no message'],
    ['{ toString: get }', 'an object: it has no message'],
    ['torn()', 'an object: its message cannot be read'],
    ["'nope'", 'a string: nope'],
    ["Symbol('s')", 'a symbol: Symbol(s)'],
    ['null', 'no error: null'],
    ['undefined', 'no error: undefined'],
  ])('throws %s: the question is named, and nothing is judged', async (thrown, said) => {
    const before =
      'const get = () => { throw 1; }; const torn = () => { const one = Proxy.revocable({}, {}); one.revoke(); return one.proxy; };';
    const code = mine(yes, `() => { throw ${thrown}; }`, before);
    const found = judgePolicy(answering('mine', await given(code)));
    expect(found).toMatchObject({ code: 'policy-threw' });
    expect('code' in found && found.received.split(/^onFault\(.*\) threw /)[1]).toBe(said);
  });

  it.each([
    ["() => 'maybe'", '"maybe" (a string)'],
    ['() => undefined', 'nothing'],
    ['() => () => 1', 'a function'],
    ['async () => "normal"', 'an object'],
    ['() => Symbol.iterator', 'a symbol'],
    ['() => 1n', 'a bigint'],
    ['() => ({ map: 1n })', 'an object'],
    ['() => { const one = {}; one.map = one; return one; }', 'an object'],
    ['() => ["normal"]', 'a list'],
    ['() => NaN', 'NaN (a number)'],
  ])('answers nonsense: %s', async (onFault, gave) => {
    const found = judgePolicy(answering('mine', await given(mine(yes, onFault))));
    expect(found).toMatchObject({ code: 'policy-answer' });
    expect('code' in found && found.received.split(' gave ')[1]).toBe(gave);
  });

  it('may print while it is asked', async () => {
    const code = mine(yes, "() => { console.log('none'); return 'normal'; }");
    expect(judgePolicy(answering('mine', await given(code)))).toHaveProperty('cases');
  });

  it.each([
    ['counts faults', yes, "() => (n++ < 16 ? 'normal' : 'device')", 'let n = 0;'],
    ['counts memslots', "() => (n++ < 8 ? 'EINVAL' : 'accepted')", "() => 'normal'", 'let n = 0;'],
    [
      'keeps a memslot for the fault',
      "() => ((n = 1), 'accepted')",
      "() => (n ? 'normal' : 'device')",
      'let n = 0;',
    ],
    [
      'keeps a fault for the memslot',
      "() => (n ? 'EINVAL' : 'accepted')",
      "() => ((n = 1), 'normal')",
      'let n = 0;',
    ],
  ])(
    'has state, as it %s: two answers are said, and not judged',
    async (_, slot, fault, before) => {
      const { asked } = await ask(mine(slot, fault, before));
      expect(asked).toEqual({ why: expect.stringContaining('The policy has state') });
    },
  );

  it('answers reads and writes apart', async () => {
    const code = mine(yes, "({ access }) => (access === 'write' ? 'device' : 'normal')");
    expect(judgePolicy(answering('mine', await given(code)))).toMatchObject({
      code: 'policy-answer',
    });
  });

  it('never ends: it is stopped', async () => {
    const { error } = await ask(mine(yes, '() => { for (;;); }'));
    expect(error?.name).toBe('Stopped');
  });

  it('changes what others build on: its own answers are all that it can change', async () => {
    const code = mine(yes, "() => 'device'", 'JSON.stringify = () => "[[],[]]";');
    const { asked } = await ask(code);
    expect('why' in asked || judged(answering('mine', asked.given)).worst !== null).toBe(true);
  });
});

describe('what is printed in place of answers', () => {
  it.each(['', 'none of it', '[]', '[[],[]]', '[1,2]', '{"a":1}', `[${'['.repeat(5000)}`])(
    'is not judged: %s',
    (text) => expect(readAsked(text)).toHaveProperty('why'),
  );

  it('names each question once', () => {
    expect(new Set(QUESTIONS.map(questionName)).size).toBe(QUESTIONS.length);
    expect(inWords(undefined)).toBe('nothing');
  });
});
