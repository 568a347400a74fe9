import { describe, expect, test } from 'vitest';
import { describe as describeValue, explore, handleFault } from '../../src/model/index.ts';
import { readMessage } from '../../src/snippets/browser/read-message.ts';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const decision = handleFault('v6.17', { vma, fwb: false, dic: false, access: 'read' });
const tree = describeValue(decision);
const host = { fwb: false, dic: false };
const trace = describeValue(explore({ policy: 'fallback-to-device', host, property: 'noLeak' }));
const moves = trace.kind === 'trace' ? trace.moves : [];
const badView = { ...trace, moves: moves.map((move) => ({ ...move, view: { memory: 1 } })) };

describe('a message from a worker', () => {
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
    expect(readMessage(message)).toEqual(message);
  });

  test.each([
    [null],
    ['start'],
    [{ type: 'other' }],
    [{ type: 'asks' }],
    [{ type: 'asks', call: 5 }],
    [{ type: 'end' }],
    [{ type: 'end', error: 'text' }],
    [{ type: 'end', error: { name: 'Error', message: {}, line: 1, column: 1 } }],
    [{ type: 'end', error: { name: 'Error', message: 'm', line: '1', column: 1 } }],
    [{ type: 'event', event: { kind: 'log', text: 'x'.repeat(65_537) } }],
    [{ type: 'event', event: { kind: 'markup', text: '<b>' } }],
    [{ type: 'event', event: { kind: 'table', columns: ['a'], rows: [[1]], text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { ...tree, steps: [{}] }, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { ...tree, title: ['x'] }, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { ...tree, identity: null }, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: null, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { ...trace, moves: [{}] }, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: badView, text: 't' } }],
    [{ type: 'event', event: { kind: 'show', tree: { ...trace, verdict: null }, text: 't' } }],
  ])('of another form is not', (message) => {
    expect(readMessage(message)).toBeNull();
  });
});
