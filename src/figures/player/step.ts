import { STEP_KEY } from '../form/address.ts';
import type { Linked } from '../form/address.ts';
import type { Field, Values } from '../form/field.ts';

/** The step as a field of an address; no control has it, the bar of the player does. */
export const STEP: Field = {
  key: STEP_KEY,
  label: 'Step',
  shape: 'select',
  options: [],
  expected: 'the number of a step, from 1',
  read: (text) => (/^[1-9]\d{0,2}$/.test(text) ? { value: text } : null),
};

/** The step that is shown, from 0. */
export const stepOf = (values: Values): number => Number(values[STEP_KEY] ?? '1') - 1;

/** A state at a step, which counts from 0. */
export const atStep = (values: Values, at: number): Values => ({
  ...values,
  [STEP_KEY]: String(at + 1),
});

/** settleStep moves a step that a story of `count` steps does not have to its last, and says so. */
export function settleStep({ values, problems }: Linked, count: number): Linked {
  const at = stepOf(values);
  if (at < count) return { values, problems };
  const steps = count === 1 ? 'one step' : `${count} steps`;
  const line = `The link leads to step ${at + 1}; this story has ${steps}. The figure shows the last.`;
  return { values: atStep(values, count - 1), problems: [...problems, line] };
}

/** stepTo gives the step to which a button leads; edges hold. */
export function stepTo(does: string, at: number, last: number): number {
  switch (does) {
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'back':
      return Math.max(0, at - 1);
    case 'next':
      return Math.min(last, at + 1);
    default:
      return at;
  }
}

const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: 'back',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
};

/** What of a pressed key counts. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** stepOfKey gives the step that a key stands for; keys that the browser needs stand for none. */
export function stepOfKey(pressed: Pressed): string | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = pressed;
  return altKey || ctrlKey || metaKey || shiftKey ? undefined : KEYS[pressed.key];
}

/** Milliseconds that Play rests on a step: time to look, and to read what stands there. */
export const paceOf = (words: string): number =>
  Math.min(9000, 1800 + 220 * words.split(/\s+/).filter(Boolean).length);
