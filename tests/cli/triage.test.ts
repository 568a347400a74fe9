import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

const RUN = 'ioctl(10, KVM_RUN, 0) = -1 EFAULT (Bad address)\n';
const jsonOf = (line: string, files = {}) => JSON.parse(ran(line, files).out.join('\n'));

describe('triage', () => {
  it('reads a file, or standard input with - or without a word', () => {
    for (const [line, name] of [
      ['triage log.txt --json', 'log.txt'],
      ['triage - --json', '-'],
      ['triage --json', '-'],
    ] as const) {
      const { understood } = jsonOf(line, { [name]: RUN });
      expect(understood).toContainEqual({
        key: 'errno',
        value: 'EFAULT',
        line: 1,
        text: RUN.trim(),
      });
    }
  });

  it('takes choices, several times, and the kernel by its own option', () => {
    const line = 'triage --ask call=KVM_RUN --ask errno=-14 --kernel 6.12.30 --json';
    expect(jsonOf(line).asked).toEqual({
      call: 'KVM_RUN',
      errno: 'EFAULT',
      kernel: '6.12.30',
      rules: 'v6.16',
    });
  });

  it('exits with 0 where something was understood or asked, else with 1', () => {
    expect(ran('triage', { '-': RUN }).code).toBe(0);
    expect(ran('triage --ask mte=1').code).toBe(0);
    expect(ran('triage', { '-': 'hello\n' }).code).toBe(1);
    expect(ran('triage').code).toBe(1);
    expect(jsonOf('triage --json', { '-': 'hello\n' })).toMatchObject({
      understood: [],
      ignored: [{ line: 1, text: 'hello' }],
      asked: {},
      reasons: [],
    });
  });

  it.each([
    ['triage --ask walk=1', /received --ask "walk=1"; expected one of call, errno, .*readsWork;/],
    ['triage --ask errno=FAULT', /expected errno=.*; nearest: EFAULT; example: --ask errno=EFAULT/],
    ['triage --ask mte', /received --ask "mte"; expected KEY=VALUE/],
    ['triage --ask mte=1 --ask mte=0', /received mte twice; expected one value for a key/],
    ['triage --kernel tomorrow', /received --ask "kernel=tomorrow"; expected kernel=RELEASE/],
    ['triage one two', /received "two"; expected one file, or -/],
    ['triage no-such-file', /received "no-such-file" \(ENOENT\); expected a file/],
  ])('%s is a wrong command line', (line, words) => {
    const { code, out, err } = ran(line);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(words);
  });

  it('prints what was read, what is left and excluded, and what comes next', () => {
    const { out } = ran('triage', { '-': `${RUN}VmFlags: rd wr pf io\n` });
    const text = out.join('\n');
    for (const title of ['Understood', 'Judged', 'Left, in this order', 'Excluded', 'Next'])
      expect(out).toContain(title);
    expect(text).toContain('line 1: errno EFAULT');
    expect(text).toMatch(/1\. run-alignment: .*\n {5}because line 1: KVM_RUN ended with EFAULT/);
    expect(text).toMatch(/run-gmem: line 2: VmFlags has VM_PFNMAP/);
  });
});
