import { RELEASES } from '../model/index.ts';
import type { Triage } from './answer.ts';
import * as address from './parts/address.ts';
import * as calls from './parts/calls.ts';
import * as changes from './parts/changes.ts';
import * as choices from './parts/choices.ts';
import { kernelsBy } from './parts/kernels.ts';
import * as leaf from './parts/leaf.ts';
import { piecesOfMarked } from './parts/markup.ts';
import * as numbers from './parts/numbers.ts';
import * as registers from './parts/registers.ts';
import * as ctr from './parts/registers/ctr.ts';
import * as hcr from './parts/registers/hcr.ts';
import * as mair from './parts/registers/mair.ts';
import * as mmfr2 from './parts/registers/mmfr2.ts';
import * as vtcr from './parts/registers/vtcr.ts';
import { OTHERS } from './parts/others.ts';
import { RUNS } from './parts/runs.ts';
import { SLOTS } from './parts/slots.ts';
import * as syndrome from './parts/syndrome.ts';
import type { Parts } from './parts/parts.ts';
import { readCapabilities } from './read/capabilities.ts';
import { readExits } from './read/exits.ts';
import { readHost } from './read/host.ts';
import { readKvmLines } from './read/kvm-lines.ts';
import { readLogs } from './read/logs.ts';
import { readMappings } from './read/mappings.ts';
import type { Memory } from './read/memory.ts';
import { readMentions } from './read/mentions.ts';
import { readPageSize } from './read/page-size.ts';
import { readPrograms } from './read/programs.ts';
import { readTraces } from './read/traces.ts';
import { readTried } from './read/tried.ts';
import { REASONS } from './reasons/data.ts';
import { triageWith } from './with-parts.ts';

/** Every part, for who has room for all. */
export const ALL: Parts = {
  markup: piecesOfMarked,
  traces: readTraces,
  capabilities: readCapabilities,
  kvmLines: readKvmLines,
  logs: readLogs,
  mentions: readMentions,
  exits: readExits,
  mappings: readMappings,
  pageSize: readPageSize,
  host: readHost,
  tried: readTried,
  programs: readPrograms,
  calls,
  numbers,
  syndrome,
  registers,
  ctr,
  mmfr2,
  hcr,
  vtcr,
  mair,
  address,
  leaf,
  kernels: kernelsBy(RELEASES),
  changes,
  choices,
  runs: RUNS,
  slots: SLOTS,
  others: OTHERS,
  reasons: REASONS,
};

/**
 * What a pasted text and the choices beside it lead to: the facts in it, the reasons that remain in
 * the order of trying, those that are excluded and by what, and the next thing to do. Any text gets
 * an answer; a choice that is none is left out, and a note says so. Who asks again and again about a
 * text that changes hands the same memory each time: the answer is the same, and comes sooner.
 */
export function triage(
  text: string,
  asked: Readonly<Record<string, unknown>> = {},
  memory?: Memory,
): Triage {
  return triageWith(ALL, text, asked, memory).answer;
}
