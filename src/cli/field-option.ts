import { meantInWords, nearest, parseCount, type Field } from '../model/index.ts';
import { clip, type Option } from './options.ts';
import { wholeNumber } from './number.ts';
import { UsageError } from './usage-error.ts';
import { parseVma, VMA_EXAMPLE } from './vma-option.ts';

/** The option for a field of an input: `permissionFault` becomes `--permission-fault 0|1`. */
export function optionOf(field: Field): Option {
  const name = optionName(field);
  const repeats = field.accepts.kind === 'list';
  return {
    name,
    value: placeholder(field),
    meaning: `${field.meaning}${parts(field)}${fallback(field)}`,
    repeats,
  };
}

/** The value of a field as the command line gives it. */
export function valueOf(field: Field, given: readonly string[]): unknown {
  const { accepts } = field;
  if (accepts.kind === 'list') {
    const vmas = given.map((text) => parseVma(text, false));
    return vmas.find((vma) => vma instanceof UsageError) ?? vmas;
  }
  return scalar(field, given[0] ?? '');
}

function scalar(field: Field, text: string): unknown {
  const { accepts } = field;
  const near = accepts.kind === 'choice' ? nearest(text, accepts.values) : null;
  const counted = accepts.kind === 'number' || accepts.kind === 'integer';
  const meant = counted ? meantInWords(parseCount(text)).replace(/^;/, ',') : '';
  const got = `--${optionName(field)} ${clip(text)}`;
  const bad = new UsageError(got, `${wanted(field)}${meant}`, sample(field), near);
  switch (accepts.kind) {
    case 'boolean':
      if (text === '1' || text === 'true') return true;
      return text === '0' || text === 'false' ? false : bad;
    case 'choice':
      return accepts.values.find((v) => v.toLowerCase() === text.toLowerCase()) ?? bad;
    case 'number': {
      const value = wholeNumber(text);
      return value !== null && accepts.values.includes(value) ? value : bad;
    }
    case 'integer': {
      if (accepts.names?.includes(text)) return text;
      const value = wholeNumber(text);
      return value !== null && value >= accepts.min && value <= accepts.max ? value : bad;
    }
    case 'record':
      if (accepts.of === 'range') return parseRange(text) ?? bad;
      if (accepts.of === 'vma') return parseVma(text, accepts.orNull);
      return text === 'none' ? null : (parseRecord(accepts.fields, text) ?? bad);
    case 'list':
      return bad;
  }
}

/** Fields as `readable=0,exec=EL0`; null where a part is wrong. */
function parseRecord(fields: readonly Field[], text: string): object | null {
  const record: Record<string, unknown> = {};
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=');
    const field = fields.find((f) => f.name === name);
    const read = field === undefined ? null : scalar(field, value);
    if (read === null || read instanceof UsageError) return null;
    record[name] = read;
  }
  return record;
}

/** Pages as `2-6`: from 2 up to, and without, 6. */
function parseRange(text: string): { start: number; end: number } | null {
  const [, start, end] = /^(\w+)-(\w+)$/.exec(text) ?? [];
  const from = wholeNumber(start ?? '');
  const to = wholeNumber(end ?? '');
  return from === null || to === null ? null : { start: from, end: to };
}

/** `vmas` is given VMA by VMA, so the option is `--vma`. */
export function optionName(field: Field): string {
  if (field.accepts.kind === 'list') return 'vma';
  return field.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function placeholder({ accepts }: Field): string {
  switch (accepts.kind) {
    case 'boolean':
      return '0|1';
    case 'choice':
    case 'number':
      return accepts.values.join('|');
    case 'integer':
      return `${accepts.min}..${accepts.max}${accepts.names ? '|NAME' : ''}`;
    case 'record':
      if (accepts.of === 'range') return 'START-END';
      if (accepts.of === 'vma') return accepts.orNull ? 'FLAGS|plain|none' : 'FLAGS|plain';
      return 'FIELD=VALUE,...|none';
    case 'list':
      return 'FLAGS|plain';
  }
}

/** What an error says is expected: as the placeholder, with the names spelt out. */
function wanted(field: Field): string {
  const { accepts } = field;
  if (accepts.kind === 'integer' && accepts.names)
    return placeholder(field).replace('NAME', accepts.names.join('|'));
  if (accepts.kind === 'record' && accepts.of === undefined)
    return `none, or fields out of ${accepts.fields.map(fieldWords).join(', ')}`;
  return placeholder(field);
}

/** The fields of a record, for its line of the help. */
function parts({ accepts }: Field): string {
  if (accepts.kind !== 'record' || accepts.of !== undefined) return '';
  return `: ${accepts.fields.map(fieldWords).join(', ')}`;
}

function fieldWords(field: Field): string {
  return `${field.name}=${placeholder(field)}`;
}

function sample(field: Field): string {
  return `--${optionName(field)} ${sampleValue(field)}`;
}

function sampleValue({ accepts }: Field): string {
  switch (accepts.kind) {
    case 'boolean':
      return '1';
    case 'choice':
    case 'number':
      return String(accepts.values[0]);
    case 'integer':
      return String(accepts.min);
    case 'record': {
      if (accepts.of === 'range') return '2-6';
      const [first] = accepts.of === 'vma' ? [] : accepts.fields;
      return first ? `${first.name}=${sampleValue(first)}` : VMA_EXAMPLE;
    }
    case 'list':
      return VMA_EXAMPLE;
  }
}

function fallback(field: Field): string {
  if (field.absent === 'required') return field.accepts.kind === 'list' ? '' : ' (needed)';
  if (field.absent === 'optional') return '';
  const value = field.absent.default;
  return ` (default ${typeof value === 'boolean' ? Number(value) : value})`;
}
