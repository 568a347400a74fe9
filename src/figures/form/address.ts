import { quoted } from './field.ts';
import type { Field, Values } from './field.ts';

/** A state that came from an address, with a line for each part that could not be used. */
export interface Linked {
  readonly values: Values;
  readonly problems: readonly string[];
}

/** Key of the step of a story; steps count from 1. */
export const STEP_KEY = 'step';

/** A linked state has no more parts than this; the rest of a longer text is left out. */
const MOST_PROBLEMS = 4;

/** formatState writes a state for an address: `kernel:v6.17,fwb:0`. */
export function formatState(fields: readonly Field[], values: Values): string {
  return fields.map((f) => `${f.key}:${values[f.key]}`).join(',');
}

/** parseState reads what formatState wrote; what it cannot use keeps the value of the preset. */
export function parseState(fields: readonly Field[], preset: Values, text: string): Linked {
  const values: Record<string, string> = { ...preset };
  const problems: string[] = [];
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(':');
    const key = colon < 0 ? part : part.slice(0, colon);
    const value = colon < 0 ? '' : part.slice(colon + 1);
    const field = fields.find((f) => f.key === key);
    if (!field) {
      problems.push(key === STEP_KEY ? noStep(value) : unknownKey(key, fields));
      continue;
    }
    const known = field.options.find(([v]) => v.toLowerCase() === value.toLowerCase());
    const meant = known ? { value: known[0] } : field.read?.(value);
    if (meant) values[key] = meant.value;
    else problems.push(badValue(field, value, preset));
    if (meant && 'say' in meant && meant.say !== undefined) problems.push(meant.say);
  }
  const left = problems.length - MOST_PROBLEMS;
  return {
    values,
    problems:
      left > 0
        ? [...problems.slice(0, MOST_PROBLEMS), `${left} more parts of the link could not be used.`]
        : problems,
  };
}

const unknownKey = (key: string, fields: readonly Field[]): string =>
  `The link names ${quoted(key)}; this figure knows ${fields.map((f) => f.key).join(', ')}. It was left out.`;

/** A figure that told a story once may be one picture now, or one that is played by hand. */
const noStep = (value: string): string =>
  `The link leads to step ${quoted(value)}; this figure has no steps. It was left out.`;

function badValue({ key, options, expected }: Field, value: string, preset: Values): string {
  const takes = expected ?? options.map(([v]) => v).join(', ');
  return `The link gives ${quoted(value)} for ${key}; expected ${takes}. The figure shows ${preset[key]}.`;
}

/** withState gives the query of an address with the state of one figure set, and all else as it was. */
export function withState(search: string, name: string, state: string | null): string {
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && part !== name && !part.startsWith(`${name}=`));
  const parts = state === null ? rest : [...rest, `${name}=${state}`];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
