import type { Decision } from '../model/index.ts';
import { rowsOfMaintenance } from './compare-maintenance.ts';
import { askFault, askSecond, takesRun, type FaultAnswer } from './fault-questions.ts';
import { askLeaf } from './questions.ts';
import { held, notAsked, type Row } from './row.ts';
import type { RecordedCase } from './schema.ts';
import type { Situation } from './situation.ts';
import { abortInWords, OWN_EXCEPTION, protInWords, protOf, runInWords } from './words.ts';

const NOTHING = 'nothing mapped';

/** What the map function is asked for: what stops the abort before its handler maps nothing. */
const mappingOf = ({ abort, fault }: FaultAnswer): FaultAnswer['fault']['mapping'] =>
  abort.verdict === 'emulated' ? null : fault.mapping;

/** Rows on what came of the guest's access; none where no guest ran. */
export function rowsOfFault(situation: Situation): Row[] {
  const { one } = situation;
  if (one.run === null) return [];
  const seen = runInWords(one.run);
  const asked = askFault(situation);
  const why = whyNotAsked(situation, seen, asked);
  if (why !== null || asked === null || seen === null)
    return [notAsked('KVM_RUN', seen ?? OWN_EXCEPTION, why ?? '')];
  const second = askSecond(situation, asked);
  const run = rowOfRun(situation, seen, second ?? asked);
  if (run.verdict === 'not asked') return [run];
  const rows = [
    run,
    rowOfMap(one, asked),
    rowOfSize(situation, asked),
    rowOfFrames(situation, asked),
    second && rowOfRelax(one, second),
    ...rowsOfMaintenance(
      situation,
      [asked, second].map((answer) => answer && mappingOf(answer)),
    ),
    rowOfLeaf(situation, asked, second),
  ];
  return rows.filter((row) => row !== null);
}

function whyNotAsked(
  { one, kernel, pkvmHost }: Situation,
  seen: string | null,
  asked: FaultAnswer | null,
): string | null {
  if (asked === null) return 'the type of the VMA is not known';
  if (seen === null) return "the guest's own stage 1 refused the access, and no stage-2 fault came";
  if (one.slot?.errno != null) return 'there was no slot';
  if (pkvmHost && kernel !== 'v7.3') return "EL2's part of this kernel was not read";
  return null;
}

function rowOfRun({ one }: Situation, seen: string, { abort, fault, plain }: FaultAnswer): Row {
  const write = one.guest?.op === 'store' || one.guest?.op === 'load-store';
  const model = abortInWords(abort, write);
  if (model === null)
    return notAsked('KVM_RUN', seen, 'the model does not know it for this kernel');
  // A page that nobody saw mapped confirms no mapping.
  const mapped = one.map.length > 0 || one.leaf !== null;
  const all: Decision[] = [abort, fault, ...plain];
  const confirmed = all.filter(({ verdict }) => verdict !== 'mapped' || mapped);
  return held(
    'KVM_RUN',
    seen,
    model,
    confirmed.filter(({ errno }) => sameEnd(errno, abort)),
  );
}

/** A fault ends as the abort does, but where EL2 or the injection changes the error. */
const sameEnd = (errno: string | null, abort: FaultAnswer['abort']): boolean =>
  errno === abort.errno || (errno === 'ENOEXEC' && abort.injected !== null);

/** The prot bits of the first call of the map function. */
function rowOfMap({ map }: RecordedCase, asked: FaultAnswer): Row | null {
  const [first] = map;
  const mapping = mappingOf(asked);
  if (first === undefined && mapping === null) return null;
  const seen = first === undefined ? NOTHING : protInWords(first.prot);
  const model = mapping === null ? NOTHING : protInWords(protOf(mapping));
  return held('map protection', seen, model, [asked.fault]);
}

/** The prot bits that a permission fault adds. */
function rowOfRelax({ relax }: RecordedCase, second: FaultAnswer): Row | null {
  const [first] = relax;
  const mapping = mappingOf(second);
  if (first === undefined && mapping === null) return null;
  const seen = first === undefined ? NOTHING_ADDED : protInWords(first.prot);
  const relaxes = mapping?.action === 'relaxPerms';
  const model = relaxes ? protInWords(protOf(mapping)) : NOTHING_ADDED;
  return held('permissions added', seen, model, [second.fault]);
}

const NOTHING_ADDED = 'none';

const SIZES: Readonly<Record<number, string>> = { 12: '4 KiB', 21: '2 MiB', 30: '1 GiB' };

function rowOfSize({ one }: Situation, asked: FaultAnswer): Row | null {
  const [first] = one.map;
  const { fault } = asked;
  const size = mappingOf(asked)?.size;
  if (first === undefined || !size) return null;
  const seen = SIZES[Math.log2(first.size)] ?? `${first.size} bytes`;
  return held('map size', seen, SIZES[size.shift] ?? `2^${size.shift} bytes`, [fault]);
}

/** Whether stage 2 leads to the frames that the host's own table shows, over the whole slot. */
function rowOfFrames(situation: Situation, asked: FaultAnswer): Row | null {
  const { frames } = situation.one;
  if (frames === null || mappingOf(asked) === null) return null;
  const seen = frames.other === 0 ? SAME_FRAMES : RUN_OF_FRAMES;
  return held('frames', seen, takesRun(situation, asked) ? RUN_OF_FRAMES : SAME_FRAMES, []);
}

const SAME_FRAMES = "the host's";
const RUN_OF_FRAMES = 'one run from the first';

/** The leaf after the run, with what later faults were granted. */
function rowOfLeaf(
  situation: Situation,
  asked: FaultAnswer,
  second: FaultAnswer | null,
): Row | null {
  const { leaf, relax } = situation.one;
  const mapping = mappingOf(asked);
  if (leaf === null) return null;
  const seen = leafInWords(leaf);
  if (mapping === null) return held('leaf', seen, NOTHING, []);
  if (situation.host.lpa2 === null) return notAsked('leaf', seen, LPA2);
  const added = second && mappingOf(second);
  const granted = added ? protOf(added) : relax.flatMap(({ prot }) => prot);
  const decision = askLeaf(situation, [...protOf(mapping), ...granted]);
  const model = decision.leaf === null ? String(decision.errno) : leafInWords(decision.leaf);
  return held('leaf', seen, model, [decision]);
}

const LPA2 = 'whether this kernel uses LPA2 was not read, and SH hangs on it';

interface LeafFields {
  readonly memAttr: number;
  readonly sh: number;
  readonly s2ap: number;
  readonly xn: number;
}

/** The attributes of a leaf, by the fields of the descriptor. */
export const leafInWords = ({ memAttr, sh, s2ap, xn }: LeafFields): string =>
  `MemAttr 0x${memAttr.toString(16)}, SH ${sh}, S2AP ${s2ap}, XN ${xn}`;
