import type { Stage2MemAttr } from './stage2-encoding.ts';
import { decodeWithFwb } from './stage2-fwb.ts';
import { decodeWithoutFwb } from './stage2-no-fwb.ts';

const TABLE: readonly Stage2MemAttr[] = Array.from({ length: 64 }, (_, i) => {
  const mtePerm = (i & 16) !== 0;
  const decoded =
    (i & 32) !== 0 ? decodeWithFwb(i & 15, mtePerm) : decodeWithoutFwb(i & 15, mtePerm);
  return Object.freeze(decoded);
});

/** The decode of a MemAttr value that is known to be in range. */
export function stage2MemAttr(memAttr: number, fwb: boolean, mtePerm: boolean): Stage2MemAttr {
  return TABLE[memAttr + (mtePerm ? 16 : 0) + (fwb ? 32 : 0)] as Stage2MemAttr;
}
