import { nearest } from '../model/index.ts';
import { KEYS, keyNamed, type Key } from './keys/keys.ts';

/** A choice that was not accepted: what was given, and what is taken instead. */
export interface BadChoice {
  readonly received: string;
  readonly expected: string;
  readonly example: string;
  readonly nearest: string | null;
}

/** A choice beside the text, as facts have it. */
export interface Choice {
  readonly key: string;
  readonly value: string;
}

const LONGEST = 200;

/** Reads one choice. An unknown key, or a value that the key does not take, says what is taken. */
export function readChoice(name: string, value: string): Choice | BadChoice {
  const key = keyNamed(name.slice(0, LONGEST));
  if (!key) {
    const names = KEYS.map((one) => one.name);
    return {
      received: name.slice(0, LONGEST),
      expected: `one of ${names.join(', ')}`,
      example: 'call=KVM_RUN',
      nearest: nearest(name.slice(0, LONGEST), names),
    };
  }
  const read = value.length > LONGEST * 5 ? null : key.read(value);
  if (read !== null) return { key: key.name, value: read };
  const choices = key.takes.includes('|') ? key.takes.split('|') : [];
  return {
    received: `${key.name}=${value.slice(0, LONGEST)}`,
    expected: `${key.name}=${key.takes}`,
    example: `${key.name}=${key.example}`,
    nearest: nearest(value.slice(0, LONGEST), choices),
  };
}

/** The values of a key that takes one of a list; null where it takes others too, or several. */
export function valuesOf(key: Key): readonly string[] | null {
  const parts = key.takes.split('|');
  const all = parts.length > 1 && parts.every((part) => key.read(part) === part);
  return all && !key.many ? parts : null;
}

export function isBad(choice: Choice | BadChoice): choice is BadChoice {
  return 'expected' in choice;
}
