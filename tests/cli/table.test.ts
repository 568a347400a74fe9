import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

const CAPABILITY = ['table', 'capability', '--kernel', 'v7.3'];

describe('table', () => {
  it('counts rows by their answer, and prints a few', () => {
    // 2^6 rows; 4 say yes: FWB and DIC, on a VM or on /dev/kvm, with IDC or without, no pKVM.
    const { code, out } = ran(CAPABILITY);
    expect([code, out[0]]).toEqual([0, '64 rows']);
    expect(out).toContainEqual(expect.stringMatching(/^ +\d+ {2}supported$/));
    expect(out.filter((line) => /^[01] /.test(line))).toHaveLength(10);
    expect(out.at(-1)).toBe('the same in these rows: vmFd 1, protectedVm 0');
  });

  it('prints the rows that filters leave as CSV and JSON', () => {
    const where = ['--where', 'fwb=1', '--where', 'errno=EINVAL'];
    const csv = ran([...CAPABILITY, ...where, '--csv']).out;
    expect(csv[0]).toBe('vmFd,protectedVm,pkvmHost,fwb,dic,idc,answer,ret,errno');
    expect(csv.length).toBeGreaterThan(8);
    for (const line of csv.slice(1)) expect(line).toMatch(/^[01],[01],[01],1,.*EINVAL/);
    const json = JSON.parse(ran([...CAPABILITY, ...where, '--json']).out.join('\n'));
    expect(json.columns.join(',')).toBe(csv[0]);
    expect(json.rows).toHaveLength(json.total);
    expect(json.total).toBe(csv.length - 1);
    expect(JSON.parse(ran([...CAPABILITY, '--json', '--most=2']).out.join('\n')).rows.length).toBe(
      2,
    );
  });

  it('prints the rows on which two kernels differ, as diff counts them', () => {
    const { out } = ran('table capability --kernel 6.12 --with v6.17');
    const [, differ] =
      /: (\d+) of 64 inputs differ/.exec(
        ran('diff v6.16 v6.17 --question checkExtension').out.join('\n'),
      ) ?? [];
    expect(out[0]).toBe(`${differ} rows`);
    expect(out.join('\n')).toContain('then.answer');
  });

  it('finds the shortest ways from the first row', () => {
    expect(ran([...CAPABILITY, '--where', 'vmFd=1', '--to', 'supported']).out.slice(1)).toEqual([
      '  fwb 1 instead of 0 and dic 1 instead of 0',
    ]);
  });

  it('takes several values of a column', () => {
    const total = (...where: string[]): number =>
      parseInt(ran([...CAPABILITY, ...where.flatMap((one) => ['--where', one])]).out[0] ?? '', 10);
    const [yes, no] = [total('answer=supported'), total('answer=not supported')];
    expect(Math.min(yes, no)).toBeGreaterThan(0);
    expect(total('answer=supported', 'answer=not supported')).toBe(yes + no);
    expect(total('fwb=0', 'fwb=1')).toBe(64);
  });

  it('says which filter leaves no row', () => {
    const { out } = ran([...CAPABILITY, '--where', 'fwb=0', '--where', 'answer=supported']);
    expect(out).toEqual([
      '0 rows',
      expect.stringMatching(/^ {2}without answer: [1-9]/),
      expect.stringMatching(/^ {2}without fwb: [1-9]/),
    ]);
  });

  it.each([
    ['table', /received no subject; expected one of memslot, fault/],
    ['table page --kernel v7.3', /received "page"; expected one of memslot/],
    ['table memslot', /received no --kernel/],
    ['table memslot --kernel v6.71', /received "v6.71"; .*nearest: v6.17/],
    ['table memslot --kernel v7.3 --with 9', /received "9"/],
    ['table granule --kernel v7.3', /expected a question of at most 2500000 inputs/],
    ['table capability --kernel v7.3 --where fwb', /received --where "fwb"; expected COLUMN=VALUE/],
    ['table capability --kernel v7.3 --where fbw=1', /received "fbw" .*nearest: fwb/],
    ['table capability --kernel v7.3 --where fwb=yes', /received fwb = "yes"/],
    ['table capability --kernel v7.3 --most few', /received --most "few"; expected a whole number/],
    ['table capability --kernel v7.3 --to support', /nearest: supported/],
  ])('%s', (line, error) => {
    const { code, out, err } = ran(line);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toMatch(error);
  });
});
