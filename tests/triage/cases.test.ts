import { describe, expect, it } from 'vitest';
import { ROWS, wrongIn } from './support/cases.ts';

describe('what an engineer pastes', () => {
  it('has rows of every family', () => expect(ROWS.length).toBeGreaterThan(30));

  it.each(ROWS.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(wrongIn(row)).toEqual([]);
  });
});
