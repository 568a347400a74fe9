import { memoryName } from '../../model/index.ts';
import type { MairAttr, MemoryName } from '../../model/index.ts';
import { memClass } from '../../grammar/memory.ts';
import { hex } from '../combine/stages.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { MAIR_BYTES } from './mair.ts';
import { code } from './table.ts';

const DIGITS = [...'0123456789ABCDEF'];

/** The memory that a cell shows, outer half first; one where both are the same. */
function halves(byte: MairAttr): readonly MemoryName[] {
  const { outer, inner } = byte;
  if (memoryName(byte) !== 'mixed' || outer === null || inner === null) return [memoryName(byte)];
  return [outer.cacheability, inner.cacheability];
}

/** The short name without the word that the dashed outline says. */
const letters = (memory: MemoryName): string =>
  memory === 'reserved' ? '–' : memory.replace('Device-', '');

function cell(byte: MairAttr): HElement {
  const name = hex(byte.attr ?? 0);
  const shown = halves(byte);
  const seen = shown.map(letters).join(' ');
  const swatches = shown.map((memory) =>
    h('span', { class: memClass(memory), 'aria-hidden': 'true' }),
  );
  const link = {
    href: `#mair-${name.toLowerCase()}`,
    // What is seen stands in it as it is seen, for who speaks to the page.
    'aria-label': `${name}: ${shown.length > 1 ? `${seen}, outer then inner` : shown[0]}`,
  };
  return h('td', {}, h('a', link, ...swatches, h('span', {}, seen)));
}

/** mairMap is the byte as a square: outer nibble down, inner nibble across. */
export function mairMap(): HElement {
  const heads = DIGITS.map((digit) => h('th', { scope: 'col' }, code(`–${digit}`)));
  const rows = DIGITS.map((digit, outer) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, code(`${digit}–`)),
      ...MAIR_BYTES.slice(outer * 16, outer * 16 + 16).map(cell),
    ),
  );
  return h(
    'table',
    { class: 'tab-map' },
    h('thead', {}, h('tr', {}, h('td', {}), ...heads)),
    h('tbody', {}, ...rows),
  );
}
