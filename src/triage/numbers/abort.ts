import { syndromeInBrief, type FaultKind } from '../../model/index.ts';
import { hex } from '../keys/number.ts';

/** What a syndrome, as a text, says as facts: class and status, and for data whether it was a write and is described. */
export function syndromeFacts(esr: string): (readonly [key: string, value: string])[] {
  const { fields } = syndromeInBrief(BigInt(esr));
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  const ec = value('EC');
  const fsc = value('DFSC') ?? value('IFSC');
  const facts: [string, string][] = [];
  if (ec !== null) facts.push(['ec', hex(BigInt(ec))]);
  if (fsc !== null) facts.push(['fsc', `0x${fsc.toString(16).padStart(2, '0')}`]);
  for (const [key, name] of [
    ['wnr', 'WnR'],
    ['isv', 'ISV'],
  ] as const) {
    const bit = value(name);
    if (bit !== null) facts.push([key, String(bit)]);
  }
  return facts;
}

/** The kind of fault that a syndrome of an abort names. */
export function faultKind(esr: bigint): FaultKind | null {
  return syndromeInBrief(esr).fault;
}

/** The same for a status code alone: that of a Data Abort from a lower Exception level. */
export function kindOfStatus(fsc: bigint): FaultKind | null {
  return faultKind((0x24n << 26n) | (fsc & 0x3fn));
}
