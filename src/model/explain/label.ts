import type { Attributes } from '../arch/attributes.ts';
import type { Half } from '../arch/half.ts';

/** What a label is made from; null fields are left out. */
export type Labelled = Pick<Attributes, 'device' | 'inner' | 'outer'> & {
  readonly shareability?: string | null;
  readonly tagged?: boolean | null;
  readonly noTagAccess?: boolean | null;
};

/** Attributes in a few letters, such as "WB RWA tr ISH" or "Device-nGnRE". */
export function label(attrs: Labelled): string {
  if (attrs.device !== null) return `Device-${attrs.device}`;
  if (attrs.inner === null || attrs.outer === null) return 'reserved';
  const inner = halfLabel(attrs.inner);
  const outer = halfLabel(attrs.outer);
  const parts = [inner === outer ? inner : `i:${inner} o:${outer}`];
  if (attrs.shareability) parts.push(attrs.shareability);
  if (attrs.tagged === true) parts.push('Tagged');
  if (attrs.noTagAccess === true) parts.push('NoTagAccess');
  return parts.join(' ');
}

function halfLabel(half: Half): string {
  if (half.hints === null) return half.cacheability;
  const hints = half.hints === 'none' ? 'no-allocate' : half.hints;
  return `${half.cacheability} ${hints}${half.transient === true ? ' tr' : ''}`;
}
