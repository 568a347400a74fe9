import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

describe('prove', () => {
  it('says why a property holds, and what is left without each safeguard', () => {
    const { code, out } = ran('prove --guest nc --property noLeak');
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^secrecy \(noLeak\): holds in all \d+ states/);
    expect(out).toContain("  From the scrub on, no line holds A's secret.");
    expect(out.join('\n')).toMatch(/Without fwb: breaks\./);
    expect(out.join('\n')).toMatch(/Without dic: holds\./);
  });

  it('says how one breaks, and what does not arise', () => {
    const { out } = ran('prove --policy fallback-to-device --property noLeak');
    expect(out[0]).toBe('secrecy (noLeak): breaks, in 6 steps');
    expect(out.at(-1)).toBe('  B reads');
    expect(ran('prove --fwb 0 --property noLeak').out).toEqual([
      'secrecy (noLeak): does not arise',
    ]);
  });

  it('gives all properties as JSON where none is named', () => {
    const { out } = ran('prove --json');
    expect(JSON.parse(out.join('\n'))).toHaveLength(5);
  });

  it.each([
    ['prove --fwb yes', '0|1'],
    ['prove --policy x', 'error-on-creation'],
    ['prove --property leak', 'noLeak'],
    ['prove it', 'options only'],
  ])('refuses %j with what it expects', (line, expected) => {
    const { code, out, err } = ran(line);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain(expected);
  });
});

describe('export', () => {
  it('prints a program alone, and what has to be said with its answer beside it', () => {
    const { code, out, err } = ran(
      'export --policy fallback-to-device --property noLeak --form litmus',
    );
    expect(code).toBe(0);
    expect(out[0]).toBe('AArch64 leak-around');
    expect(err.join('\n')).toMatch(/The machine: breaks\.[^]*aarch64\.cat[^]*does not model it/);
  });

  it('prints Promela where no form is named', () => {
    const { out } = ran('export --policy fallback-to-device --property noLeak');
    expect(out.join('\n')).toContain('#define NO_LEAK assert(false)');
  });

  it('says of a question that a language cannot ask, which one can', () => {
    const { code, err } = ran('export --property noLateFailure --form litmus');
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('--form promela');
  });

  it.each([
    ['export', '--property'],
    ['export --property noLeak --form tla', 'litmus|promela'],
    ['export --property noLeak --dic maybe', '0|1'],
  ])('refuses %j', (line, expected) => {
    const { code, err } = ran(line);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain(expected);
  });
});
