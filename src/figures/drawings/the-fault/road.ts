import { checkInWords, handleGuestAbort } from '../../../model/index.ts';
import type { GuestAbortDecision, GuestAbortInput, Step } from '../../../model/index.ts';
import type { Values } from '../../form/field.ts';

/** The only kernel whose whole way, from the exception on, was read. */
const KERNEL = 'v7.3';

/** What stands at the address, as the chapter calls it. */
export const PAGES: Readonly<
  Record<string, Pick<GuestAbortInput, 'vma' | 'pfnIsMapMemory' | 'pfnLookup'>>
> = {
  ram: { vma: {}, pfnIsMapMemory: true },
  gpu: { vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' } },
  bar: { vma: { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRE' } },
  none: { vma: null },
  poison: { vma: {}, pfnIsMapMemory: true, pfnLookup: 'hwpoison' },
};

/** One function on the road. */
export interface Station {
  /** The function of the kernel. */
  readonly name: string;
  /** How many questions were asked here; null where the fault never came here. */
  readonly asked: number | null;
  /** The question after which the road was left here; null where it goes on. */
  readonly leaves: string | null;
}

/** Where the road ends. */
export type ExitName = 'goes on' | 'abort' | 'fails' | 'SIGBUS';

export interface Road {
  readonly stations: readonly Station[];
  readonly exit: ExitName;
  readonly decision: GuestAbortDecision;
}

/** A page that is mapped: its way leads through every station. */
const WHOLE: Values = { page: 'gpu', access: 'read', host: '1' };

function ask(values: Values): GuestAbortDecision {
  const has = values['host'] === '1';
  return handleGuestAbort(KERNEL, {
    ...(PAGES[values['page'] ?? ''] ?? { vma: null }),
    access: (values['access'] ?? 'read') as 'read' | 'write' | 'exec',
    fwb: has,
    dic: has,
  });
}

/** The last step sums up what the handler returned; it is the way back, and no station. */
const goes = ({ because }: GuestAbortDecision): readonly Step[] => because.slice(0, -1);

const names = (steps: readonly Step[]): string[] => [...new Set(steps.map((step) => step.in))];

const EXITS: Readonly<Partial<Record<GuestAbortDecision['verdict'], ExitName>>> = {
  fails: 'fails',
  injected: 'abort',
  signalled: 'SIGBUS',
};

/** The question of a step, such as 'the VMA is missing'. */
const question = ({ check }: Step): string =>
  (checkInWords(check) ?? check).replace(/^whether /, '');

/** roadOf asks the model and lays the steps over the whole road. */
export function roadOf(values: Values): Road {
  const decision = ask(values);
  const way = goes(decision);
  const last = way.at(-1);
  const exit = EXITS[decision.verdict] ?? 'goes on';
  const stations = names(goes(ask(WHOLE))).map((name): Station => {
    const here = way.filter((step) => step.in === name);
    const leaves =
      exit !== 'goes on' && last?.in === name ? `${question(last)}: ${said(last)}` : null;
    const asked = here.filter(({ check }) => checkInWords(check) !== null).length;
    return { name, asked: here.length === 0 ? null : asked, leaves };
  });
  return { stations, exit, decision };
}

const said = ({ answer }: Step): string =>
  answer === true ? 'yes' : answer === false ? 'no' : `${answer}`;
