import { decodeStage2Leaf, fieldNamed } from '../model/index.ts';
import { entryDisagrees } from './host-entry.ts';
import { hostOf, type Host } from './host.ts';
import { modelKernel } from './kernel.ts';
import { askLeaf } from './questions.ts';
import type { Recorded, RecordedCase } from './schema.ts';

/**
 * In what two kinds of evidence of a case say different things: the prot bits that the map function
 * was given, and the descriptor that was found in the table; for the host's own entry its descriptor,
 * MAIR_EL1, PAR_EL1 and what the case made. Empty where they agree.
 */
export function evidenceDisagrees(file: Recorded, one: RecordedCase): string[] {
  return [...leafDisagrees(file, one), ...entryDisagrees(one)];
}

function leafDisagrees(file: Recorded, one: RecordedCase): string[] {
  const { leaf, map, relax } = one;
  if (leaf === null) return mappedAlone(file, one);
  const host = hostOf(file);
  const found = decoded(leaf, host);
  const wrong = Object.entries(found).flatMap(([name, value]) =>
    value === leaf[name as keyof typeof found]
      ? []
      : [`${name} ${leaf[name as keyof typeof found]}, and ${value} in the descriptor`],
  );
  if (leaf.other !== undefined && leaf.other !== leaf.descriptor)
    wrong.push(`${leaf.descriptor} from VTTBR_EL2, and ${leaf.other} from kvm_pgtable`);
  const last = map.findLast(({ errno }) => errno === null);
  const kernel = modelKernel(file);
  if (last === undefined) return [...wrong, 'a leaf, and no call that mapped it'];
  if (kernel === null) return wrong;
  const bits = [...last.prot, ...relax.flatMap(({ prot }) => prot)];
  const made = askLeaf({ kernel, host }, bits).leaf;
  if (made === null) return [...wrong, `prot ${last.prot.join(' ')}, which no leaf takes`];
  for (const name of ['memAttr', 's2ap', 'xn'] as const)
    if (made[name] !== found[name])
      wrong.push(`${name} ${made[name]} by the map call, and ${found[name]} in the descriptor`);
  return wrong;
}

/** A map call that succeeded and left no leaf, where the table was to be read. */
function mappedAlone({ mode }: Recorded, { map }: RecordedCase): string[] {
  const mapped = map.some(({ errno }) => errno === null);
  return mapped && mode !== 'protected' ? ['a call that mapped, and no leaf'] : [];
}

/** The fields of a descriptor as the model decodes them. */
function decoded({ descriptor, level }: NonNullable<RecordedCase['leaf']>, { fwb }: Host) {
  const { fields } = decodeStage2Leaf(BigInt(descriptor), { fwb, level });
  const value = (name: string) => fieldNamed(fields, name)?.value ?? null;
  return {
    memAttr: value('MemAttr[3:0]'),
    sh: value('SH[1:0]'),
    s2ap: value('S2AP[1:0]'),
    xn: value('XN[1:0]'),
  };
}
