import type { ModelError } from '../../base/error.ts';
import { Trace, type Step } from '../../base/step.ts';
import { extract, halves, wordHex, type Word } from '../../base/word.ts';
import { abortClass, EXCEPTION_CLASSES } from './esr/exception-class.ts';
import {
  faultStatus,
  faultStatusText,
  type FaultKind,
  type FaultStatus,
} from './esr/fault-status.ts';
import { fipaAddress } from './hpfar-el2.ts';

/** What the three registers say together. */
export interface Stage2Fault {
  readonly kind: 'stage2-fault';
  /** What faulted; null where ESR_EL2 is no abort from a lower Exception level. */
  readonly access: 'read' | 'write' | 'instruction' | 'maintenance' | null;
  /** Kind of fault; null where the status code is reserved or there is no abort. */
  readonly fault: FaultKind | null;
  /** Level of the translation, -2 to 3; null where the code has none. */
  readonly level: number | null;
  /** The access was a stage-1 table walk (S1PTW). */
  readonly onStage1Walk: boolean;
  /** Faulting IPA as 0x and 16 digits; null where the registers do not say it. */
  readonly ipa: string | null;
  /** The 4K page of the IPA: also known where the fault was on a stage-1 table walk. */
  readonly ipaPage: string | null;
  /** Faulting VA; null where FAR_EL2 is not valid. */
  readonly va: string | null;
  readonly because: readonly Step[];
  readonly error?: ModelError;
}

const SOURCE = ['ARM-ARM'] as const;
/** Where there is no abort from a lower Exception level. */
export const NO_FAULT: Stage2Fault = {
  kind: 'stage2-fault',
  access: null,
  fault: null,
  level: null,
  onStage1Walk: false,
  ipa: null,
  ipaPage: null,
  va: null,
  because: [],
};

/** The three registers of an abort taken to EL2, each a 64-bit value. */
export interface FaultWords {
  readonly esr: bigint;
  readonly hpfar: bigint;
  readonly far: bigint;
}

/** `decodeStage2Fault` of three values that nothing has to be asked of. */
export function stage2FaultOf(words: FaultWords): Stage2Fault {
  const esr = halves(words.esr);
  const trace = new Trace();
  const ec = extract(esr, 31, 26);
  const abort = abortClass(ec);
  trace.ask(
    'ESR_EL2.EC',
    'ESR_EL2',
    { 'ESR_EL2.EC': code(ec) },
    EXCEPTION_CLASSES.get(ec) ?? 'reserved',
    SOURCE,
  );
  if (abort?.lower !== true) {
    trace.decided();
    return { ...NO_FAULT, because: trace.steps };
  }
  const fsc = extract(esr, 5, 0);
  const status = faultStatus(fsc);
  const field = abort.data ? 'ESR_EL2.DFSC' : 'ESR_EL2.IFSC';
  trace.ask(field, 'ESR_EL2', { [field]: code(fsc) }, faultStatusText(fsc) ?? 'reserved', SOURCE);
  const onStage1Walk = flag(esr, 7);
  const fault = status?.kind ?? null;
  const written = hpfarIsWritten(status, onStage1Walk);
  trace.ask('HPFAR_EL2 is written', 'R_FKLWR', { fault, onStage1Walk }, written, SOURCE);
  const farValid = !(fault === 'external-abort' && flag(esr, 10));
  const page = fipaAddress(extract(halves(words.hpfar), 47, 4));
  const whole = written && farValid && !onStage1Walk;
  const ipa = whole ? wordHex(page + (words.far & 0xfffn)) : null;
  const ipaPage = written ? wordHex(page) : null;
  trace.ask(
    'faulting IPA',
    'HPFAR_EL2',
    { hpfarWritten: written, onStage1Walk },
    ipa ?? ipaPage ?? 'unknown',
    SOURCE,
  );
  trace.decided();
  return {
    kind: 'stage2-fault',
    access: accessOf(esr, abort.data),
    fault,
    level: status?.level ?? null,
    onStage1Walk,
    ipa,
    ipaPage,
    va: farValid ? wordHex(words.far) : null,
    because: trace.steps,
  };
}

/**
 * When HPFAR_EL2 is written; for all other exceptions it is UNKNOWN (ARM-ARM, R_FKLWR). Granule
 * Protection Faults are left out: the status code does not say in which stage they arose.
 */
function hpfarIsWritten(status: FaultStatus | null, onStage1Walk: boolean): boolean {
  switch (status?.kind) {
    case 'translation':
    case 'access-flag':
    case 'address-size':
      return true;
    case 'permission':
      return onStage1Walk;
    default:
      return false;
  }
}

/** CM = 1 is cache maintenance or address translation, whatever WnR says. */
function accessOf(esr: Word, data: boolean): Stage2Fault['access'] {
  if (!data) return 'instruction';
  if (flag(esr, 8)) return 'maintenance';
  return flag(esr, 6) ? 'write' : 'read';
}

/** A code as its field is written in the manual. */
function code(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`;
}

function flag(word: Word, bit: number): boolean {
  return extract(word, bit, bit) === 1;
}
