import { handleFault } from '../../../model/index.ts';
import type { Vma } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { h } from '../../show/node.ts';
import { group, off, picture, sign, text } from '../../stage/parts.ts';

/** A kind of memory, and what the host kernel keeps for it. */
interface Memory {
  readonly name: string;
  readonly words: string;
  /** Width of its stretch of the strip. */
  readonly width: number;
  readonly structPage: boolean;
  readonly linearMap: boolean;
  readonly memblock: boolean;
  readonly vma: Vma;
}

const RAW = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

/** Sources: ARCH734 and MM734 for RAM and for DAX, DAX734 for its VMA, G-DRV for the GPU. */
const MEMORY: Readonly<Record<string, Memory>> = {
  ram: {
    name: 'RAM',
    words: 'ordinary RAM',
    width: 120,
    structPage: true,
    linearMap: true,
    memblock: true,
    vma: {},
  },
  dax: {
    name: 'DAX',
    words: 'a DAX file on persistent memory',
    width: 80,
    structPage: true,
    linearMap: true,
    memblock: false,
    vma: {},
  },
  gpu: {
    name: 'GPU',
    words: 'GPU memory on a coherent link',
    width: 120,
    structPage: false,
    linearMap: false,
    memblock: false,
    vma: RAW,
  },
};

const KEYS = Object.keys(MEMORY);
const ROWS = ['struct page', 'linear map', 'memblock: RAM'] as const;
const STRIP = 150;

const has = ({ structPage, linearMap, memblock }: Memory, row: number): boolean =>
  [structPage, linearMap, memblock][row] === true;

function stretch(key: string, chosen: string): HElement {
  const i = KEYS.indexOf(key);
  const memory = MEMORY[key] as Memory;
  const x = 4 + KEYS.slice(0, i).reduce((sum, k) => sum + (MEMORY[k]?.width ?? 0) + 8, 0);
  const on = key === chosen;
  return group(
    on ? 'sg-box sg-moves' : 'sg-box',
    h('rect', { x, y: STRIP, width: memory.width, height: 40 }),
    text(x + 8, STRIP + 25, memory.name, 'sg-name'),
    ...ROWS.flatMap((_, row) => [
      h('path', {
        class: has(memory, row) ? 'sg-strong-line' : 'sg-off',
        d: `M${x} ${48 + 34 * row}h${memory.width}`,
      }),
      text(x + 8, 52 + 34 * row, 'none', `sg-note ${off(!has(memory, row))}`.trim()),
    ]),
  );
}

function frame(values: Values): Frame {
  const key = MEMORY[values['memory'] ?? ''] ? (values['memory'] as string) : 'gpu';
  const memory = MEMORY[key] as Memory;
  const both = values['host'] === '1';
  const fault = handleFault('v7.3', {
    vma: memory.vma,
    pfnIsMapMemory: memory.memblock,
    fwb: both,
    dic: both,
    access: 'read',
  });
  const refused = fault.errno !== null;
  const keeps = [
    memory.structPage ? 'a struct page' : 'no struct page',
    memory.linearMap ? 'an address in the linear map' : 'no address in the linear map',
  ].join(' and ');
  const reach = memory.linearMap
    ? 'So KVM has an address by which it can clean the page.'
    : 'So KVM has no address by which it could clean the page.';
  const end = refused
    ? `On a host without FWB and DIC the fault ends with ${fault.errno}.`
    : both && !memory.linearMap
      ? 'On a host with FWB and DIC it maps the page all the same: nothing has to be cleaned.'
      : 'The page is mapped Normal cacheable.';
  return {
    svg: picture(
      240,
      ...ROWS.map((name, row) => text(4, 38 + 34 * row, name, 'sg-note')),
      ...KEYS.map((each) => stretch(each, key)),
      text(4, STRIP + 60, 'physical addresses', 'sg-note'),
      text(
        4,
        STRIP + 82,
        memory.linearMap ? 'KVM can clean it' : 'no address to clean it by',
        'sg-name',
      ),
      group(
        off(refused),
        sign([262, STRIP + 70], refused ? 'fails' : null),
        text(284, STRIP + 83, fault.errno ?? '', 'sg-code'),
      ),
    ),
    title: memory.linearMap ? `${memory.name}: within KVM's reach` : `${memory.name}: out of reach`,
    says: `For ${memory.words} the host kernel keeps ${keeps}. ${reach} ${end}`,
    verdict: refused ? 'fails' : 'mapped',
    word: fault.errno ?? 'mapped',
  };
}

/** The physical addresses as a strip: for which stretch KVM has an address of its own. */
export const drawing: Drawing = {
  name: 'no-struct-page',
  fields: [
    {
      key: 'memory',
      label: 'Memory',
      shape: 'radio',
      options: KEYS.map((key) => [key, MEMORY[key]?.name ?? key]),
    },
    { key: 'host', label: 'FWB and DIC', shape: 'check', options: NO_YES },
  ],
  preset: { memory: 'gpu', host: '0' },
  frames: (values) => [frame(values)],
};
