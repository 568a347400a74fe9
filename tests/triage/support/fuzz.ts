/** Whole numbers below a bound, always the same ones for a seed (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((((t ^ (t >>> 14)) >>> 0) * below) / 2 ** 32) | 0;
  };
}

const PARTS = [
  'KVM_RUN',
  ' = -1 EFAULT (Bad address)',
  'ioctl(3, KVM_CHECK_EXTENSION, 0xf3) = 0',
  'ioctl(4, KVM_SET_USER_MEMORY_REGION, {slot=1, flags=0, guest_phys_addr=0x1000, memory_size=0, userspace_addr=0xff00000000001000}) = -1 EINVAL (Invalid argument)',
  'munmap(0x1000, 0x1000) = 0',
  'VmFlags: pf io mm ??',
  'ESR_EL2 = 0xffffffffffffffff',
  'HPFAR_EL2=0xffffffffffffffff FAR_EL2=0xffffffffffffffff',
  'pte 0xffffffffffffffff level 0 (64K granule)',
  'exit_reason=39',
  '<unfinished ...>',
  '<... ioctl resumed>',
  '\u202e\u200b\u0000\ud800',
  '<script>',
  '$ uname -r\n9.99.99',
  '__proto__ constructor toString',
  'guest$ ',
  '-14',
  '0x',
  '\r\n',
];

/** A text made from rows and parts: cut, joined, repeated, with characters changed. */
export function fuzzed(seeds: readonly string[], next: (below: number) => number): string {
  const pick = () =>
    next(3) === 0 ? (PARTS[next(PARTS.length)] ?? '') : (seeds[next(seeds.length)] ?? '');
  const cut = (text: string) => {
    const from = next(text.length + 1);
    return text.slice(from, from + 1 + next(120));
  };
  const parts = Array.from({ length: 1 + next(3) }, () => cut(pick()));
  const characters = [...parts.join(next(2) === 0 ? '\n' : ' ')];
  for (let n = next(4); n > 0 && characters.length > 0; n--)
    characters[next(characters.length)] = String.fromCharCode(
      next(4) === 0 ? next(0x1_0000) : next(128),
    );
  return characters.join('');
}
