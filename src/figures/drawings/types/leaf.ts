import { stage2Attributes } from '../../../model/index.ts';

/** What KVM may make of a page, for a field. */
export const LEAF_OPTIONS = [
  ['normal', 'Normal'],
  ['nc', 'Normal-NC'],
  ['device', 'Device'],
] as const;

export type LeafKind = (typeof LEAF_OPTIONS)[number][0];

/** memAttrOf is MemAttr[3:0] of the leaf that v7.3 writes; 0 to 15. */
export function memAttrOf(kind: LeafKind, fwb: boolean): number {
  const { leaf } = stage2Attributes('v7.3', {
    fwb,
    r: true,
    w: true,
    device: kind === 'device',
    normalNc: kind === 'nc',
  });
  return leaf?.memAttr ?? 0;
}

/** The four bits as the manual writes them. */
export const bits = (memAttr: number): string => memAttr.toString(2).padStart(4, '0');
