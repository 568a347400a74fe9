import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { describe as tell, handleFault } from '../../src/model/index.ts';
import type { ShowTree } from '../../src/model/index.ts';
import { sha256 } from '../../src/observations/hash.ts';
import { decisionKey, treeKey } from '../../src/observations/key.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the hash', () => {
  test('is the SHA-256 of Node for any text', () => {
    const hex = (text: string): string => Buffer.from(sha256(text)).toString('hex');
    const own = (text: string): string => createHash('sha256').update(text).digest('hex');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(hex(text)).toBe(own(text));
      }),
      { numRuns: 50 },
    );
    for (const length of [55, 56, 63, 64, 119, 120, 70_000]) {
      expect(hex('x'.repeat(length)), `${length}`).toBe(own('x'.repeat(length)));
    }
  });
});

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const tree = tell(handleFault('v7.3', { vma, fwb: true, dic: true, access: 'read' }));

/** Every tree that differs from this one in one text, one flag, or one item of a list. */
function changes(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value}x`, value.slice(1)];
  if (typeof value === 'boolean') return [!value];
  if (value === null) return ['EINVAL'];
  if (Array.isArray(value))
    return [
      value.slice(1),
      [...value, ...value.slice(-1)],
      ...value.flatMap((one, i) => changes(one).map((other) => value.with(i, other))),
    ];
  return Object.entries(value as object)
    .filter(([name]) => name !== 'kind')
    .flatMap(([name, one]) =>
      changes(one).map((other) => ({ ...(value as object), [name]: other })),
    );
}

describe('the name of what is drawn', () => {
  test('changes with each part of it', () => {
    const others = changes(tree) as ShowTree[];
    expect(others.length).toBeGreaterThan(100);
    const known = new Set([JSON.stringify(tree)]);
    const keys = new Set([treeKey(tree)]);
    for (const other of others) {
      const text = JSON.stringify(other);
      expect(keys.has(treeKey(other)), text).toBe(known.has(text));
      known.add(text);
      keys.add(treeKey(other));
    }
  });

  test('is not changed by what nobody draws', () => {
    const more: ShowTree = Object.assign({ ...tree }, { identity: 'forged', toJSON: () => 'x' });
    expect(treeKey(more)).toBe(treeKey(tree));
  });

  test('stands for decisions only', () => {
    expect(treeKey(tell({ a: 1 }))).toBeNull();
    expect(treeKey(tell('text'))).toBeNull();
    expect(decisionKey({} as Parameters<typeof decisionKey>[0])).toBe('');
  });
});
