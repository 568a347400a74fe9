import { describe, expect, it } from 'vitest';
import { MORE, ROWS, wrongIn } from './support/cases.ts';

/*
 * `cases.json`: what engineers pasted, with the answer that is right. `more-cases.json`: a rule or a
 * spelling a row, with the answer that the rules of KVM give; a fact without a key stands for any.
 */
describe('what an engineer pastes', () => {
  it('has rows of every family', () => {
    expect(ROWS.length).toBeGreaterThan(30);
    expect(MORE.length).toBeGreaterThan(100);
  });

  it.each([...ROWS, ...MORE].map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(wrongIn(row)).toEqual([]);
  });
});
