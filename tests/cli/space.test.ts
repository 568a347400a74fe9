import { describe, expect, it } from 'vitest';
import { PROPERTIES } from '../../src/model/index.ts';
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

  // Without FWB only refusing keeps a page coherent for every guest; with it, the map has to clean,
  // or the host has DIC: 1 * 1 * 2 * 3.
  it('says what is left where one insists, and what one policy breaks', () => {
    const all = PROPERTIES.map((name) => `--insist ${name}`).join(' ');
    const { code, out } = ran(`space ${all} --answers refuse,refuse,normal-maintained,normal`);
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/^6 of 4096 policies are left, insisting on noLeak, /m);
    expect(out).toContain('  refuse                 breaks nothing');
    expect(out.at(-1)).toBe(
      '00 refuse; 01 refuse; 10 normal, maintained; 11 normal: breaks nothing. It is left.',
    );
  });

  it('says the same as JSON', () => {
    const line =
      'space --insist noLeak --insist noLeak --answers device,refuse,normal-nc,normal --json';
    // The founding case leaks (V1-0).
    const twice = JSON.parse(ran(line).out.join('\n'));
    expect(twice).toMatchObject({
      insisted: ['noLeak'],
      policy: { answers: ['device', 'refuse', 'normal-nc', 'normal'], left: false },
    });
    expect(twice.policy.breaks).toContain('noLeak');
    expect(twice.left).toBeLessThan(4096);
    expect(JSON.parse(ran('space --json').out.join('\n'))).not.toHaveProperty('policy');
  });

  it.each([
    ['space all', /"all"/],
    ['space --insist noLeaks', /--insist "noLeaks".*nearest: noLeak;/],
    ['space --answers refuse', /--answers "refuse".*4 of refuse\|/],
    ['space --answers refuse,refuse,refuse,never', /--answers/],
    ['space --answers refuse,refuse,refuse,normal,normal', /--answers/],
    ['space --answers toString,refuse,refuse,refuse', /--answers/],
  ])('refuses %s with one line', (line, text) => {
    const { code, err } = ran(line);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(text);
  });
});
