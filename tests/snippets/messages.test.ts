import { describe, expect, test } from 'vitest';
import { describe as describeValue, explore, handleFault } from '../../src/model/index.ts';
import { intake } from '../../src/snippets/core/intake.ts';
import type { Heard } from '../../src/snippets/core/intake.ts';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const decision = handleFault('v6.17', { vma, fwb: false, dic: false, access: 'read' });
const tree = describeValue(decision);
const host = { fwb: false, dic: false };
const trace = describeValue(explore({ policy: 'fallback-to-device', host, property: 'noLeak' }));
const moves = trace.kind === 'trace' ? trace.moves : [];
const badView = { ...trace, moves: moves.map((move) => ({ ...move, view: { memory: 1 } })) };

const hear = (message: unknown): Heard | null => intake()(message);
const UNPRINTABLE = {
  type: 'event',
  event: { kind: 'log', text: '[a value that cannot be printed]' },
};

describe('a message from a realm', () => {
  test.each([
    [{ type: 'start' }],
    [{ type: 'cut' }],
    [{ type: 'asks', call: 'onFault({})' }],
    [{ type: 'asks', call: null }],
    [{ type: 'end', error: null }],
    [
      {
        type: 'end',
        error: { name: 'Error', message: 'm', line: 1, column: null, errno: 'EINVAL' },
      },
    ],
    [{ type: 'event', event: { kind: 'warn', text: 't' } }],
    [{ type: 'event', event: { kind: 'table', columns: ['a'], rows: [['1']], text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: trace, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { kind: 'value', text: '5' }, text: '5' } }],
  ])('of the right form is taken: %j', (message) => {
    expect(hear(message)).toEqual(message);
  });

  test.each([
    [null],
    ['start'],
    [{ type: 'other' }],
    [{ type: 'asks' }],
    [{ type: 'asks', call: 5 }],
    [{ type: 'stopped' }],
    [{ type: 'stopped', why: 'memory' }],
    [{ type: 'stopped', why: 'constructor' }],
  ])('of no known type is refused: %j', (message) => {
    expect(hear(message)).toBeNull();
  });

  test.each([
    [{ kind: 'log', text: 5 }],
    [{ kind: 'log', text: 'x'.repeat(65_537) }],
    [{ kind: 'markup', text: '<b>' }],
    [{ kind: 'table', columns: ['a'], rows: [[1]], text: 't' }],
    [{ kind: 'show', tree: { ...tree, steps: [{}] }, text: 't' }],
    [{ kind: 'show', tree: { ...tree, title: ['x'] }, text: 't' }],
    [{ kind: 'show', tree: { ...tree, verdict: undefined }, text: 't' }],
    [{ kind: 'show', tree: { ...tree, verdict: 'mapped seen' }, text: 't' }],
    [{ kind: 'show', tree: { ...tree, memory: 'WB seen' }, text: 't' }],
    [{ kind: 'show', tree: { ...tree, facts: [['alone']] }, text: 't' }],
    [{ kind: 'show', tree: null, text: 't' }],
    [{ kind: 'show', tree: { ...trace, moves: [{}] }, text: 't' }],
    [{ kind: 'show', tree: badView, text: 't' }],
    [{ kind: 'show', tree: { ...trace, verdict: null }, text: 't' }],
    [null],
  ])('about a value that nobody can draw is a line', (event) => {
    expect(hear({ type: 'event', event })).toEqual(UNPRINTABLE);
  });

  test('has nothing left that nobody draws', () => {
    const more = { ...tree, identity: 'forged', extra: { a: 1 } };
    const event = { kind: 'show', tree: more, text: 't', html: '<b>' };
    expect(hear({ type: 'event', event, port: 1 })).toEqual({
      type: 'event',
      event: { kind: 'show', tree, text: 't' },
    });
  });
});

describe('the limit of a host', () => {
  const many = (count: number, event: unknown): string[] => {
    const take = intake();
    return Array.from({ length: count }, () => take({ type: 'event', event })?.type ?? 'refused');
  };
  const steps = tree.kind === 'decision' ? tree.steps : [];

  test('counts the events', () => {
    expect(many(1001, { kind: 'log', text: '' }).indexOf('cut')).toBe(1000);
  });

  test('counts the characters of a text', () => {
    expect(many(3, { kind: 'log', text: 'x'.repeat(32_000) })).toEqual(['event', 'event', 'cut']);
    expect(many(1, { kind: 'log', text: 'x'.repeat(65_536) })).toEqual(['event']);
  });

  test('counts the tree that is drawn, whatever the text says', () => {
    const [step] = steps;
    const big = (list: unknown[]): unknown => ({
      kind: 'show',
      text: '',
      tree: { ...tree, steps: list },
    });
    expect(many(1, big(Array.from({ length: 999 }, () => step)))).toEqual(['cut']);
    const endless = big(Array.from({ length: 20_000 }, () => step));
    expect(hear({ type: 'event', event: endless })).toEqual(UNPRINTABLE);
    expect(many(1, big([{ ...step, sentence: 'x'.repeat(70_000) }]))).toEqual(['cut']);
    const empty = {
      check: '',
      in: '',
      sentence: '',
      inputs: '',
      answer: '',
      source: [],
      decides: false,
    };
    expect(many(1, big(Array.from({ length: 14_000 }, () => empty)))).toEqual(['cut']);
    const sources = Array.from({ length: 40_000 }, () => 'A');
    expect(many(1, big([{ ...step, source: sources }]))).toEqual(['cut']);
    const drawn = many(200, { kind: 'show', text: '', tree });
    expect(drawn.indexOf('cut')).toBeGreaterThan(20);
  });

  test('counts the cells of a table, also those with nothing in them', () => {
    const rows = Array.from({ length: 300 }, () => Array.from({ length: 100 }, () => ''));
    expect(many(1, { kind: 'table', columns: ['a'], rows, text: '' })).toEqual(['cut']);
  });
});

describe('how a run ended', () => {
  const end = (error: unknown) => {
    const heard = hear({ type: 'end', error });
    return heard?.type === 'end' ? heard.error : undefined;
  };
  const error = { name: 'Error', message: 'm', line: 1, column: 1 };

  test.each([['text'], [{ ...error, message: {} }], [{ ...error, name: 5 }], [undefined]])(
    'of another form is an error that cannot be read',
    (value) => {
      expect(end(value)).toMatchObject({ message: 'the thrown value cannot be read' });
    },
  );

  test('keeps an honest failure as it is', () => {
    expect(end({ ...error, errno: 'EINVAL' })).toEqual({ ...error, errno: 'EINVAL' });
    expect(end({ ...error, line: '1' })).toEqual({ ...error, line: null });
  });

  test.each([
    'Stopped',
    'stopped',
    ' Stopped',
    'Stopped: the code did not end within 2 s',
    'Error\nStopped',
    '\u0405topped',
    'Sto\u200bpped',
    '\u202edeppotS',
    'Fails with EINVAL, as it should.',
    '[Output ends here. A snippet may print 64 KiB of text and 1000 times.]',
    '',
  ])('is never told by the name of an error alone: %j', (name) => {
    const read = end({ ...error, name });
    expect(read?.name).toBe(`Error named ${JSON.stringify(name)}`);
  });

  test.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'])(
    'has no second line that reads as a sentence of the runner: %j',
    (breaks) => {
      const message = `x${breaks}Stopped: the code did not end within 2 s`;
      expect(end({ ...error, message })?.message).toBe(
        'x\n  Stopped: the code did not end within 2 s',
      );
    },
  );

  test('is told in the words of the host where the code waits', () => {
    expect(hear({ type: 'stopped', why: 'pending' })).toEqual({
      type: 'end',
      error: {
        name: 'Stopped',
        message: 'the code waits for a promise that never settles',
        line: null,
        column: null,
      },
    });
  });
});
