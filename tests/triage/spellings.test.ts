// cspell:words selftests
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { triage } from '../../src/triage/index.ts';

/** An end in the words of one program; what has to be read is empty where the text does not say it. */
interface Spelling {
  readonly text: string;
  readonly call: string;
  readonly errno: string;
  /** The reason that is to be tried first. */
  readonly first: string;
}

/*
 * One end in the words of another program: QEMU, libkrun, crosvm, cloud-hypervisor, Firecracker, kvmtool,
 * selftests, shells and service managers, with the error as a name, a number or what strerror() says. What
 * has to be read, and which reason is to be tried first, is the list of the field.
 */
const SPELLINGS = JSON.parse(
  readFileSync(new URL('spellings.json', import.meta.url), 'utf8'),
) as readonly Spelling[];

it.each(SPELLINGS)('$text', ({ text, call, errno, first }) => {
  const { understood, asked, reasons } = triage(text);
  const said = (key: string) => [
    asked[key],
    ...understood.filter((fact) => fact.key === key).map(({ value }) => value),
  ];
  const missing = [
    ['call', call],
    ['errno', errno],
  ].filter(([key = '', value = '']) => value !== '' && !said(key).includes(value));
  expect(missing).toEqual([]);
  expect(reasons.find(({ state }) => state === 'left')?.id).toBe(first);
});
