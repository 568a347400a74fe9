import { decodeRegister, REGISTER_NAMES } from '../../model/index.ts';
import type { BitField, BitFinding, Register, RegisterName } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { bitRuler } from '../show/ruler.ts';
import { drawTable } from '../tables/draw.ts';
import { code, lines, more, NOTHING, plainRows, slug } from '../tables/table.ts';
import type { Row, Table } from '../tables/table.ts';
import type { Decoder } from './decoder.ts';
import { meaningsOf } from './meanings.ts';

const isNamed = ({ name }: BitField): boolean => !/^RES[01]$|^IGNORED$/.test(name);

function row(register: RegisterName, field: BitField, findings: readonly BitFinding[]): Row {
  const { name, bits, about, requires, hex, meaning } = field;
  const found = findings.find((one) => one.bits === bits);
  const all = meaningsOf(register, field);
  return {
    id: slug(isNamed(field) ? name : bits),
    name: code(name),
    cells: [
      code(bits),
      [about === '' ? NOTHING : about, requires !== null && more(requires)],
      code(hex),
      found ? [meaning, more(h('b', {}, found.meaning))] : meaning,
      all.length === 0 ? NOTHING : lines(all),
    ],
  };
}

/** The fields of a register, with what a value of it says. */
export function registerTable(name: RegisterName, decoded: Register): Table {
  return {
    name: slug(name),
    columns: ['Field', 'Bits', 'About', 'Value', 'Says', 'Values'],
    groups: plainRows(decoded.fields.map((field) => row(name, field, decoded.findings))),
  };
}

function foundIn({ findings: all }: Register): HElement {
  const words =
    all.length === 0 ? 'Nothing reserved is set.' : `${all.length} reserved: see below.`;
  return h('p', { class: 'decode-note' }, words);
}

/** Every bit of a register in a frame of its own, which scrolls where the page is narrow. */
function ruler(name: RegisterName, value: bigint, { fields, findings }: Register): HElement {
  const drawn = bitRuler({
    name,
    bits: 64,
    value,
    fields: fields.map((field) => ({
      name: field.name,
      hi: field.hi,
      lo: field.lo,
      reserved: !isNamed(field),
      wrong: findings.some(({ bits }) => bits === field.bits),
    })),
  });
  const attrs = { role: 'region', 'aria-label': `The bits of ${name}`, tabindex: 0 };
  return h('div', { class: 'frame ruler-frame', ...attrs }, drawn);
}

function draw(name: RegisterName, value: bigint): readonly HNode[] {
  const decoded = decodeRegister(name, value);
  const table = drawTable(registerTable(name, decoded), `Fields of ${name}`);
  return [
    h('p', {}, code(decoded.value ?? ''), ` ${decoded.title}`),
    ruler(name, value, decoded),
    foundIn(decoded),
    ...table,
  ];
}

const registerDecoder = (name: RegisterName): Decoder => ({
  name,
  label: `${name}, hex`,
  field: {
    noun: '64-bit value',
    digits: 16,
    expected: '1 to 16 hex digits, such as 0x84448004',
  },
  write: (value) => `0x${value.toString(16)}`,
  draw: (value) => draw(name, value),
});

/** One decoder for each register that the model knows. */
export const REGISTER_DECODERS: readonly Decoder[] = REGISTER_NAMES.map(registerDecoder);
