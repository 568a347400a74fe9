import { REGISTER_NAMES } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

describe('decode leaf', () => {
  it('names the descriptor, its address and its fields', () => {
    const { out, code } = ran('decode leaf 0x600000800007db --fwb 1 --level 3');
    const text = out.join('\n');
    expect(code).toBe(0);
    expect(text).toMatch(/^WB \(page, level 3, granule 4K, 0x00600000800007db\)/);
    expect(text).toMatch(/output address +0x0000000080000000/);
    expect(text).toMatch(/54:53 XN\[1:0\] +0x3 EL1 only/);
  });

  it('takes every option of the model', () => {
    const line = 'decode leaf 0x4000ff01 --fwb 0 --level 1 --granule 16K --json';
    expect(JSON.parse(ran(line).out.join('\n'))).toMatchObject({ type: 'reserved' });
    const wide = `${line} --lpa2 1 --xnx 0 --xs 0 --bbml1 1 --mte-perm 1`;
    expect(JSON.parse(ran(wide).out.join('\n'))).toMatchObject({ type: 'block', fnxs: null });
  });

  it.each([
    ['decode leaf', /received no value; expected a 64-bit descriptor/],
    ['decode leaf x --fwb 1 --level 3', /received "x"; expected a 64-bit descriptor/],
    ['decode leaf 3 --level 3', /received no --fwb; expected 0\|1/],
    ['decode leaf 3 --fwb 1', /received no --level; expected 0\.\.3/],
    ['decode leaf 3 --fwb 1 --level 4', /received --level "4"; expected 0\.\.3/],
    ['decode leaf 3 --fwb 1 --level 3 --xnx 2', /received --xnx "2"; expected 0\|1/],
    ['decode leaf 3 --fwb 1 --level 3 --granule 8K', /received granule = "8K"/],
    ['decode leaf 3 --fwb 1 --level 0 --granule 64K', /a level from 1 to 3 with the 64K granule/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});

describe('decode NAME', () => {
  it.each([...REGISTER_NAMES])('%s', (name) => {
    const { out, code } = ran(`decode ${name} 5`);
    expect(code).toBe(0);
    expect(out.join('\n').split('\n')[0]).toMatch(new RegExp(`^${name} 0x0000000000000005 \\(`));
  });

  it.each([
    ['decode CTR_EL0 -1', /received "-1"; expected one of --fwb/],
    [
      'decode CTR_EL0 0x10000000000000000',
      /received "0x10000000000000000"; expected a 64-bit value/,
    ],
    [
      'decode crt_el0 1',
      /received "crt_el0"; expected mair, memattr, leaf, stage1-leaf, fault, ptdump, or one of CLIDR/,
    ],
    ['decode CTR_EL0 1 2', /received "2"; expected one value/],
    ['decode CTR_EL0 1 --fwb 1', /received --fwb; expected no --fwb with CTR_EL0/],
    ['decode toString 1', /received "toString"/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});

describe('decode fault', () => {
  it('gives the IPA', () => {
    const { out } = ran('decode fault 0x93800047 0x90000 0xffff800000123018');
    expect(out.join('\n')).toMatch(
      /^translation \(stage-2 fault\)\n.*\n.*\n {2}IPA +0x0000000009000018/,
    );
  });

  it.each([
    ['decode fault 1 2', /received no value; expected FAR_EL2, a 64-bit value/],
    ['decode fault 1 2 x', /received "x"; expected a 64-bit value/],
    ['decode fault 1 2 3 4', /received "4"; expected 3 values/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});
