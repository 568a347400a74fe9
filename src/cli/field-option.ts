import type { Accepts, Field } from '../model/index.ts';
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
    value: placeholder(field.accepts),
    meaning: `${field.meaning}${fallback(field)}`,
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
  const { accepts, name } = field;
  const bad = new UsageError(
    `--${optionName(field)} ${clip(text)}`,
    wanted(accepts),
    sample(field),
  );
  switch (accepts.kind) {
    case 'boolean':
      if (text === '1' || text === 'true') return true;
      return text === '0' || text === 'false' ? false : bad;
    case 'choice':
      return accepts.values.includes(text) ? text : bad;
    case 'number': {
      const value = wholeNumber(text);
      return value !== null && accepts.values.includes(value) ? value : bad;
    }
    case 'integer': {
      if (accepts.names?.includes(text)) return text;
      const value = wholeNumber(text);
      return value !== null && value >= accepts.min && value <= accepts.max ? value : bad;
    }
    default:
      return name === 'slot' ? (parseRange(text) ?? bad) : parseVma(text, true);
  }
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

function placeholder(accepts: Accepts): string {
  switch (accepts.kind) {
    case 'boolean':
      return '0|1';
    case 'choice':
    case 'number':
      return accepts.values.join('|');
    case 'integer':
      return `${accepts.min}..${accepts.max}${accepts.names ? '|NAME' : ''}`;
    case 'record':
      return accepts.orNull ? 'FLAGS|plain|none' : 'START-END';
    case 'list':
      return 'FLAGS|plain';
  }
}

/** What an error says is expected: as the placeholder, with the names spelt out. */
function wanted(accepts: Accepts): string {
  const names = accepts.kind === 'integer' ? accepts.names : undefined;
  return names ? placeholder(accepts).replace('NAME', names.join('|')) : placeholder(accepts);
}

function sample(field: Field): string {
  const { accepts } = field;
  const value =
    accepts.kind === 'choice' ? accepts.values[0] : accepts.kind === 'integer' ? accepts.min : 1;
  if (accepts.kind === 'record') return accepts.orNull ? `--vma ${VMA_EXAMPLE}` : '--slot 2-6';
  return `--${optionName(field)} ${value}`;
}

function fallback(field: Field): string {
  if (field.absent === 'required') return field.accepts.kind === 'list' ? '' : ' (needed)';
  if (field.absent === 'optional') return '';
  const value = field.absent.default;
  return ` (default ${typeof value === 'boolean' ? Number(value) : value})`;
}
