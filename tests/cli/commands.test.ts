import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/run.ts';
import { ran } from './outside.ts';

const fault = 'decide fault --kernel v6.17 --fwb 1 --dic 0 --access read --vma pfnmap';

describe.each(COMMANDS.map((command) => [command.name, command] as const))(
  '%s',
  (name, command) => {
    it('has a help with an example', () => {
      const { code, out } = ran([name, '--help']);
      expect(code).toBe(0);
      expect(out).toEqual(command.help);
      expect(out.join('\n')).toContain('npm run -s stage-two --');
    });

    it('has an example that runs', () => {
      const [, line = ''] = command.example.split(' -- ');
      expect(ran(line)).toMatchObject({ code: 0, err: [] });
    });

    it('answers an option that it does not know with one line', () => {
      const { code, err } = ran([...command.example.split(' -- ')[1]!.split(' '), '--wrong']);
      expect([code, err.length]).toEqual([2, 1]);
      expect(err[0]).toMatch(/received "--wrong"; expected one of .*; example: npm run/);
    });
  },
);

describe('decide', () => {
  it('prints the decision, its steps and the nearest changes', () => {
    const { code, out } = ran(fault);
    expect([code, out[0]]).toEqual([0, 'fails at the fault, EFAULT (stage-2 fault, v6.17)']);
    expect(
      out.some((line) => /^ *8\. .*kvm_supports_cacheable_pfnmap.*\[CODE617, V10-5\]$/.test(line)),
    ).toBe(true);
    expect(out).toContain('  dic true instead of false: mapped, WB');
  });

  it('prints the same as JSON', () => {
    const decision = JSON.parse(ran(`${fault} --json`).out.join('\n'));
    expect(decision).toMatchObject({ verdict: 'fails', errno: 'EFAULT', ret: -14 });
    expect(decision.because.at(-1).decides).toBe(true);
    expect(decision.nearestFlips.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'decide memslot --kernel v7.3 --fwb 0 --dic 0 --vma plain --vma pfnmap,attr=1',
      'refused at the memslot, EINVAL (memslot, v7.3)',
    ],
    [
      'decide memslot --kernel v7.3 --fwb 0 --dic 0 --slot 2-6 --vma pfnmap,pages=6-8',
      'accepted (memslot, v7.3)',
    ],
    ['decide memslot --kernel v7.3 --fwb=1 --dic=1', 'accepted (memslot, v7.3)'],
    [
      'decide capability --kernel v7.3 --fwb 1 --dic 1 --vm-fd 0',
      'refused, EINVAL (capability 243, v7.3)',
    ],
    ['decide vma --kernel v6.17 --attr-indx MT_DEVICE_nGnRE', 'not cacheable (VMA, v6.17)'],
    ['decide vma --kernel v6.16 --attr-indx 0', 'not asked by this kernel (VMA, v6.16)'],
    [
      'decide request --kernel v7.3 --old-exists 1 --new-log-dirty 1',
      'accepted (memslot request, v7.3)',
    ],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access read --vma none',
      'fails at the fault, EFAULT (stage-2 fault, v7.3)',
    ],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access write --vma mixedmap,any-uncached,mte-allowed,attr=3',
      'mapped, NC (stage-2 fault, v7.3)',
    ],
  ])('%s', (line, first) =>
    expect(ran(line)).toMatchObject({ code: 0, err: [], out: expect.arrayContaining([first]) }),
  );

  it.each([
    ['decide', /received no subject; expected one of memslot, fault/],
    ['decide page --kernel v7.3', /received "page"; expected one of memslot, fault/],
    ['decide fault --fwb 1', /received no --kernel; expected v6.16\|v6.17\|v7.3/],
    [
      'decide fault --kernel v6.71 --fwb 1',
      /received --kernel "v6.71"; expected v6.16\|v6.17\|v7.3, or a release .+; nearest: v6.17;/,
    ],
    ['decide fault --kernel v7.3 --fwb 1 --dic 1 --access read', /received no --vma/],
    [
      'decide fault --kernel v7.3 --fwb 2 --dic 1 --access read --vma none',
      /received --fwb "2"; expected 0\|1/,
    ],
    ['decide fault --kernel v7.3 --fwb', /received --fwb without a value; expected 0\|1/],
    ['decide fault --kernel v7.3 --fwb 1 --fwb 1', /received --fwb twice/],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access jump --vma none',
      /received --access "jump"; expected read\|write\|exec/,
    ],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access read --vma pfn-map',
      /received --vma with "pfn-map"; expected one of pfnmap/,
    ],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access read --vma attr=9',
      /received --vma with "attr=9"/,
    ],
    [
      'decide fault --kernel v7.3 --fwb 1 --dic 1 --access write --map-writable 0 --vma plain',
      /received mapWritable = false/,
    ],
    [
      'decide fault --kernel v6.17 --fwb 1 --dic 1 --access read --vma plain --excl-atomic-fault 1',
      /expected false for v6.17/,
    ],
    ['decide fault extra --kernel v7.3', /received "extra"; expected options/],
    [
      'decide memslot --kernel v7.3 --fwb 1 --dic 1 --slot 6',
      /received --slot "6"; expected START-END/,
    ],
    ['decide memslot --kernel v7.3 --fwb 1 --dic 1 --slot 6-2', /expected start before end/],
    [
      'decide vma --kernel v7.3 --attr-indx 8',
      /received --attr-indx "8"; expected 0\.\.7\|MT_NORMAL/,
    ],
    ['decide vma --kernel v7.3 --attr-indx 0 --json=1', /without a value/],
  ])('%s: one line, exit code 2', (line, reason) => {
    const { code, out, err } = ran(line);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(reason);
    expect(err[0]).toMatch(/; expected .+; example: .+/);
  });
});

describe('combine', () => {
  it('takes a byte in hexadecimal or with 0b, and SH by name', () => {
    const [a, b, c] = ['0x44', '44', '0b01000100'].map(
      (s1) => ran(`combine --s1 ${s1} --s2 6 --fwb 1 --s2-sh NSH`).out,
    );
    expect(a?.[0]).toBe('WB (stage 1 and stage 2 together)');
    expect(b).toEqual(a);
    expect(c).toEqual(a);
  });

  it('prints JSON', () => {
    const combined = JSON.parse(
      ran('combine --s1 0xf0 --s2 15 --fwb 1 --mte-perm 1 --json').out.join('\n'),
    );
    expect(combined).toMatchObject({ kind: 'combined', tagged: true, noTagAccess: true });
  });

  it.each([
    ['combine', /received no --s1/],
    ['combine --s1 256 --s2 6 --fwb 1', /received --s1 "256"; expected 00\.\.ff/],
    ['combine --s1 -1 --s2 6 --fwb 1', /received --s1 "-1"/],
    ['combine --s1 0xg --s2 6 --fwb 1', /received --s1 "0xg"/],
    ['combine --s1 1 --s2 6 --fwb yes', /received --fwb "yes"; expected 0\|1/],
    ['combine --s1 1 --s2 6 --fwb 1 --s1-sh XSH', /received --s1-sh "XSH"/],
    ['combine 1 2', /received "1"; expected options only/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});

describe('decode', () => {
  it.each([
    ['decode mair 0xbb', 'WT (MAIR byte)'],
    ['decode memattr 0b0110 --fwb 1', 'WB (stage-2 MemAttr)'],
    ['decode memattr 4 --fwb 0 --mte-perm 1', 'WB (stage-2 MemAttr)'],
  ])('%s', (line, first) => expect(ran(line).out[0]).toBe(first));

  it.each([
    ['decode', /received nothing to decode/],
    ['decode mair', /received no value; expected a byte/],
    ['decode mair 256', /received "256"; expected a byte/],
    ['decode memattr 16 --fwb 0', /received "16"; expected four bits/],
    ['decode memattr 4', /received no --fwb/],
    ['decode memattr 4 --fwb 3', /received --fwb "3"/],
    ['decode mair 1 2', /received "2"; expected one value/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});

describe('without a command', () => {
  it('lists the commands, each with an example', () => {
    expect(ran('--help').code).toBe(0);
    for (const { name, example } of COMMANDS) {
      expect(ran('--help').out.join('\n')).toContain(name);
      expect(ran('--help').out.join('\n')).toContain(example);
    }
    expect(ran('').code).toBe(2);
  });

  it('names the commands where it does not know one', () => {
    expect(ran('compares x')).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/^stage-two: received "compares"; expected one of conform/)],
    });
  });
});

describe('diff', () => {
  it('prints count, cause and example, and the same as JSON', () => {
    const line = 'diff v6.16 v6.17 --question checkExtension';
    const { out, code } = ran(line);
    expect([code, out[0]]).toEqual([0, 'v6.16 and v6.17']);
    expect(out[1]).toBe('capability 243 (checkExtension): 36 of 64 inputs differ');
    const { a, b, questions } = JSON.parse(ran(`${line} --json`).out.join('\n'));
    expect([a, b]).toEqual(['v6.16', 'v6.17']);
    expect(questions[0].differences[0].cause.b.check).toBe('!kvm');
  });

  it.each([
    ['diff', /received no kernel; expected two kernels/],
    ['diff v6.16', /received 1 kernel; expected two kernels/],
    ['diff v6.16 v6.17 v7.3', /received 3 kernels; expected two kernels/],
    ['diff v6.16 v6.71', /received "v6.71"; expected v6.16\|v6.17\|v7.3, .+; nearest: v6.17;/],
    ['diff v6.16 v6.17 --question what', /received --question "what"; expected one of/],
    ['diff v6.16 v6.17 --question granule', /expected a question of at most 2500000 inputs/],
  ])('%s: one line, exit code 2', (line, reason) => {
    expect(ran(line)).toMatchObject({ code: 2, out: [], err: [expect.stringMatching(reason)] });
  });
});
