import { attrIndxName, type Decision } from '../model/index.ts';
import { held, notAsked, type Row } from './row.ts';
import type { RecordedCase } from './schema.ts';
import { TYPES, vmaOfEntry } from './situation.ts';

/** What the model calls the question whether an entry is typed as its VMA. */
const CHECK = 'args.pgprot != vma->vm_page_prot';

const OTHERWISE = 'typed otherwise than its VMA';
const ALIKE = 'typed as its VMA';

/**
 * The bytes that Linux puts into MAIR_EL1 for AttrIndx 0 to 4. The second is Tagged where memory
 * tagging is in use, which it is in no machine of the lab. Source: ARCH734.
 */
const MAIR_BYTES: readonly number[] = [0xff, 0xff, 0x44, 0x00, 0x04];

/**
 * Whether the host's own entry is typed as its VMA: seen by what the CPU makes of the address, and
 * held against what the model says of the two AttrIndx. None where nothing sets them apart.
 */
export function rowOfEntry(one: RecordedCase, decisions: readonly (Decision | null)[]): Row | null {
  const { host } = one;
  const vma = vmaOfEntry(one);
  if (host === null || vma === null || vma.attrIndx === null) return null;
  if (vma.entry === null && host.attrIndx === vma.attrIndx) return null;
  const met = Number(host.par ?? host.mair);
  const seen = met === MAIR_BYTES[vma.attrIndx] ? ALIKE : OTHERWISE;
  const asked = decisions.filter((decision) => decision !== null);
  const step = asked.flatMap(({ because }) => because).find(({ check }) => check === CHECK);
  if (step === undefined) return notAsked('entry', seen, 'the model ends before it looks there');
  return held('entry', seen, step.answer === true ? OTHERWISE : ALIKE, []);
}

/** In what the parts of the host's entry, and what the case made, say different things. */
export function entryDisagrees(one: RecordedCase): string[] {
  const { host } = one;
  if (host === null) return [];
  const wrong: string[] = [];
  const attrIndx = Number((BigInt(host.descriptor) >> 2n) & 7n);
  if (attrIndx !== host.attrIndx)
    wrong.push(`AttrIndx ${host.attrIndx} of the host, and ${attrIndx} in its descriptor`);
  if (host.par !== null && host.par !== host.mair)
    wrong.push(`${host.mair} by MAIR_EL1, and ${host.par} by PAR_EL1`);
  const vma = vmaOfEntry(one);
  const made = vma === null || vma.by === 'device' ? null : (vma.entry ?? vma.pgprot);
  if (made !== null && attrIndxName(host.attrIndx) !== TYPES[made])
    wrong.push(`an entry made ${made}, and ${attrIndxName(host.attrIndx)} in its descriptor`);
  return wrong;
}

/** The host's own entry in words: its AttrIndx, the byte of MAIR_EL1, and what PAR_EL1 says. */
export function entryInWords({ attrIndx, mair, par }: NonNullable<RecordedCase['host']>): string {
  const told = par === null ? 'PAR_EL1 not told' : `PAR_EL1 ${byte(par)}`;
  return `${attrIndxName(attrIndx)}, MAIR ${byte(mair)}, ${told}`;
}

const byte = (value: string): string => `0x${Number(value).toString(16).padStart(2, '0')}`;
