import { describe, expect, it } from 'vitest';
import { triage } from '../../src/triage/index.ts';

/* What the readers take a spelling for; the rows of `cases.json` have the usual ones. */

const valuesOf = (text: string, key: string, asked = {}) =>
  triage(text, asked)
    .understood.filter((fact) => fact.key === key)
    .map(({ value }) => value);

describe('a fact has its line', () => {
  it('and the line as it was pasted', () => {
    const { understood, ignored } = triage('> hello\n>   ESR_EL2: 0x9200_0047\n');
    expect(understood[0]).toEqual({
      key: 'esr',
      value: '0x92000047',
      line: 2,
      text: '>   ESR_EL2: 0x9200_0047',
    });
    expect(ignored).toEqual([{ line: 1, text: '> hello' }]);
  });

  it('also where one line holds several', () => {
    const { understood } = triage('{"log": "one\\nESR_EL2=0x92000047\\nuname"}');
    expect(understood.map(({ line }) => line)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('registers', () => {
  it.each([
    ['ESR_EL2 = 0x92000047', 'esr', ['0x92000047']],
    ['esr_el2: 2449473607', 'esr', ['0x92000047']],
    ['hsr 0x93c08007', 'esr', ['0x93c08007']],
    ['SYS_CTR_EL0 | 0x84448004', 'ctr', ['0x84448004']],
    ['ctr-el0 = 0x84448004', 'dic', ['0']],
    ['id_aa64mmfr2_el1 0x0000010000000000', 'fwb', ['1']],
    ['MMFR2_EL1: 0x0', 'fwb', []],
    ['HCR_EL2 0x0000400080000001', 'fwb', ['1']],
    ['VTCR_EL2=0x80023558', 'vtcr', ['0x80023558']],
    ['FAR 0xffff800010041000', 'far', ['0xffff800010041000']],
    ['level 2 pmd: 0x004000010020075d', 'leaf', ['0x4000010020075d']],
    ['0x92000047', 'esr', ['0x92000047']],
    ['0x00400000f40007c7', 'leaf', ['0x400000f40007c7']],
    ['0xdeadbeef', 'leaf', []],
    ['[ffffffc011c0a000] pgd=10000000fbfff003, pte=006800004732470f', 'leaf', []],
    ['paging request at virtual address 1000000088000000', 'far', ['0x1000000088000000']],
    ['loading the image at address 0x88000000', 'far', []],
  ])('%s: %s %o', (text, key, values) => expect(valuesOf(text, key)).toEqual(values));

  it('of one fault after the other give one address each', () => {
    const fault = (page: number, low: number) =>
      `ESR_EL2 0x92000047 HPFAR_EL2 0x${(page << 4).toString(16)} FAR_EL2 0x${low.toString(16)}`;
    const text = `${fault(0xf4000, 0x18)}\n${fault(0xf5000, 0x24)}`;
    expect(valuesOf(text, 'ipa')).toEqual(['0xf4000018', '0xf5000024']);
  });

  it('that are chosen say what they decode to', () => {
    const { asked } = triage('', { esr: '0x92000047', hpfar: '0xf40000', far: '0x18' });
    expect(asked).toMatchObject({ ec: '0x24', fsc: '0x07', wnr: '1', ipa: '0xf4000018' });
  });
});

describe('the kernel of the host', () => {
  it.each([
    ['$ uname -r\n6.17.4', ['6.17.4']],
    ['uname -r\n6.17.4', ['6.17.4']],
    ['Linux altra 7.2.2 #1 SMP PREEMPT_DYNAMIC aarch64 GNU/Linux', ['7.2.2']],
    ['linux-image-6.12.95+deb12-arm64', ['6.12.95', '6.12.95+deb12-arm64']],
    ['guest$ uname -r\n6.17.4', []],
    ['guest: Linux version 6.1.0 (gcc 12)', []],
    ['QEMU emulator version 8.2.2\nfirecracker 1.10.1', []],
    ['see section 6.12.3\nof the book\nand then\nof another', []],
    ['[  1.0] CPU: 2 PID: 611 Comm: modprobe Not tainted 6.12.9 #3', []],
  ])('%j: %o', (text, values) => expect(valuesOf(text, 'kernel')).toEqual(values));

  it('is the one that runs, not one that worked', () => {
    const text = 'host kernel 7.1.5\nit worked with kernel 7.0.13';
    expect(triage(text).asked['kernel']).toBe('7.1.5');
  });
});

describe('a trace', () => {
  it('goes on where another thread came between', () => {
    const text =
      '[pid 7] ioctl(9, KVM_RUN, 0 <unfinished ...>\n[pid 8] hello\n[pid 7] <... ioctl resumed>) = -1 EFAULT (Bad address)';
    const { understood, ignored } = triage(text);
    expect(understood).toContainEqual(expect.objectContaining({ key: 'errno', line: 1 }));
    expect(ignored).toEqual([{ line: 2, text: '[pid 8] hello' }]);
  });

  it('is not whole where something was cut out of it', () => {
    const text = (middle: string) =>
      `ioctl(3, KVM_CREATE_VM, 0) = 9\n${middle}ioctl(9, KVM_SET_USER_MEMORY_REGION, {slot=3, flags=0, guest_phys_addr=0, memory_size=0x10000, userspace_addr=0xffff00000000}) = -1 EINVAL (Invalid argument)`;
    expect(valuesOf(text(''), 'slot.exists')).toEqual(['0']);
    expect(valuesOf(text('[...]\n'), 'slot.exists')).toEqual([]);
  });

  it('tells descriptors apart by what was done with them', () => {
    const text =
      'open("/dev/kvm", O_RDWR) = 3\nioctl(3, KVM_CREATE_VM, 0) = 4\nioctl(4, KVM_CHECK_EXTENSION, 243) = 0\nioctl(3, KVM_CHECK_EXTENSION, 243) = -1 EINVAL (Invalid argument)';
    expect(valuesOf(text, 'fd')).toEqual(['vm', 'kvm']);
    expect(triage(text).asked['capabilityAnswer']).toBe('0');
  });
});

describe('a search of the log', () => {
  it.each([
    ['$ dmesg | grep "Unsupported FSC"\n$', 'fscLine', ['0']],
    ['$ sudo dmesg | grep -c "Unsupported FSC"\n2', 'fscLine', ['1']],
    ['dmesg has no "Unsupported FSC" line', 'fscLine', ['0']],
    ['$ dmesg | grep kvm\n$', 'fscLine', []],
    ['Have you searched for Unsupported FSC?', 'fscLine', []],
    ['# journalctl -k | grep -E "Unsupported FSC|Failed to find VMA"\n#', 'vmaLine', ['0']],
  ])('%j: %s %o', (text, key, values) => expect(valuesOf(text, key)).toEqual(values));
});

describe('what is no fact', () => {
  it.each([
    'In version 6.12.3 of our handbook, on page 14, there is an error.',
    'SELECT * FROM users WHERE id = -14; DROP TABLE students; --',
    'Temperature: -22, size=10 start=5 slot=3',
    'npm ERR! errno 1',
    'GET https://example.org/?errno=14 HTTP/1.1',
    'Read works of others. Exit 41 is closed.',
    '\u202e\u0000\ufeff',
    '',
  ])('%j', (text) => expect(triage(text).understood).toEqual([]));
});
