import { describe, expect, it } from 'vitest';
import type { PartName, Parts } from '../../src/triage/parts/parts.ts';
import { Memory } from '../../src/triage/read/memory.ts';
import { ALL, triage } from '../../src/triage/triage.ts';
import { triageWith } from '../../src/triage/with-parts.ts';
import { MORE, ROWS } from './support/cases.ts';

const put = <K extends PartName>(parts: Partial<Parts>, name: K) => (parts[name] = ALL[name]);

/** An answer as a page comes to it, which brings a part when it is missing, and the parts that it brought. */
function brought(text: string, asked: Readonly<Record<string, string>> = {}) {
  const parts: Partial<Parts> = {};
  const memory = new Memory();
  let found = triageWith(parts, text, asked, memory);
  for (let round = 0; found.missing.size > 0 && round < 10; round++) {
    for (const name of found.missing) put(parts, name);
    found = triageWith(parts, text, asked, memory);
  }
  return { answer: found.answer, names: Object.keys(parts).toSorted() };
}

const REFUSED =
  'ioctl(12, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0, guest_phys_addr=0x8000000000, memory_size=0x200000, userspace_addr=0xffff80000000}) = -1 EINVAL (Invalid argument)';

describe('parts that are brought when a text asks for them', () => {
  it('give the answer of all together', () => {
    for (const { input, asked } of [...ROWS, ...MORE])
      expect(brought(input, asked).answer).toEqual(triage(input, asked));
  });

  it.each<[string, string, Record<string, string>, readonly string[]]>([
    [
      'a call that failed',
      'ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)',
      {},
      ['reasons', 'runs', 'traces'],
    ],
    ['an error alone', 'Bad address', {}, ['others', 'reasons', 'runs', 'slots']],
    ['nothing', '', {}, []],
    ['a choice', '', { call: 'KVM_RUN', errno: 'EFAULT' }, ['choices', 'reasons', 'runs']],
    ['a release', 'uname -r\n6.12.9', {}, ['kernels']],
    ['a syndrome', 'ESR_EL2=0x92000061', {}, ['numbers', 'reasons', 'syndrome']],
    [
      'the line of the log',
      'kvm [2031]: Unsupported FSC: EC=0x24 xFSC=0x21 ESR_EL2=0x92000061',
      {},
      ['kvmLines', 'numbers', 'reasons', 'runs', 'syndrome'],
    ],
    [
      'an exit',
      'KVM_EXIT_MEMORY_FAULT: flags=0x8 gpa=0x8000000000 size=0x1000',
      {},
      ['exits', 'numbers', 'reasons', 'runs'],
    ],
    [
      'what logs say of devices, processors and hosts',
      '[root@host ~]# dmesg\npci 0000:01:00.0: BAR 0 [mem 0x10000000-0x1fffffff]: assigned\nvirtio_blk virtio0: [vda] 41943040 512-byte logical blocks\nCPU: 5 PID: 2290 Comm: test Not tainted\nFlags: bus master\n\tMemory at 661002000000 (64-bit)\nexited with error 1',
      {},
      [],
    ],
    ['a register', 'CTR_EL0 = 0x9444c004', {}, ['ctr', 'numbers', 'reasons', 'registers']],
    ['a descriptor', 'pte=0x40000000f00747', {}, ['leaf', 'numbers', 'reasons']],
    [
      'a refused slot with what its host says',
      `${REFUSED}\nVmFlags: rd wr pf\nCPU features: detected: Stage-2 Force Write-Back\nCTR_EL0 = 0x8444c004`,
      {},
      ['calls', 'host', 'mappings', 'numbers', 'reasons', 'slots', 'traces'],
    ],
    [
      'a line with colours',
      '\u001b[31mBad address\u001b[0m',
      {},
      ['markup', 'others', 'reasons', 'runs', 'slots'],
    ],
    ['an answer of a capability', '/dev/kvm: 243 = 0', {}, ['capabilities', 'reasons']],
    [
      'a slot that is changed',
      'ioctl(8, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0, guest_phys_addr=0x80000000, memory_size=0x10000, userspace_addr=0xffff80000000}) = 0\nioctl(8, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0, guest_phys_addr=0x80000000, memory_size=0x20000, userspace_addr=0xffff80000000}) = -1 EINVAL (Invalid argument)',
      {},
      ['calls', 'changes', 'reasons', 'slots', 'traces'],
    ],
  ])('are few for %s', (_, text, asked, names) => {
    expect(brought(text, asked).names).toEqual(names);
  });

  it('are all asked for by some case', () => {
    const names = new Set(
      [...ROWS, ...MORE].flatMap(({ input, asked }) => brought(input, asked).names),
    );
    expect([...names].toSorted()).toEqual(Object.keys(ALL).toSorted());
  });
});
