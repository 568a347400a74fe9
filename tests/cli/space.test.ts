import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

describe('space', () => {
  it('prints all policies by host as JSON', () => {
    const { code, out } = ran('space --json');
    const space = JSON.parse(out.join('\n'));
    expect([code, space.policies, space.breakNothing]).toEqual([0, 4096, 6]);
    expect(space.hosts.map(({ fwb, dic }: { fwb: number; dic: number }) => [fwb, dic])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(space.hosts[0].answers['normal, maintained']).toEqual({ breaks: ['coherent'] });
    expect(space.hosts[3].answers.normal).toEqual({ breaks: [] });
  });

  it('prints what each answer breaks, and the six', () => {
    const { code, out } = ran('space');
    expect(code).toBe(0);
    expect(out).toContain('6 of 4096 policies break nothing, by host (fwb dic):');
    expect(out.at(-1)).toBe('  00 refuse; 01 refuse; 10 normal, maintained; 11 normal, maintained');
  });

  it('refuses a word', () => {
    const { code, err } = ran('space all');
    expect(code).toBe(2);
    expect(err.join('\n')).toContain('all');
  });
});
