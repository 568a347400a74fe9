import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { pageMachine } from '../../machine/page-machine.ts';
import { exploreIn, situation, type ExploreInput } from '../explore.ts';
import { LITMUS_AFTER, LITMUS_LINES, litmusOf } from './litmus.ts';
import { promelaOf, SPIN_COMMAND } from './promela.ts';

/** Languages of provers that are not ours: herd7's and Spin's. */
export const EXPORT_FORMS = ['litmus', 'promela'] as const;
/** One of them. */
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** A question to the machine, as a program for a prover that is not ours. Plain data. */
export interface Exported {
  /** Null for bad input. */
  readonly form: ExportForm | null;
  /** Name of the file. */
  readonly file: string;
  /** The program; null where its language cannot ask this. */
  readonly text: string | null;
  /** Lines that have to stand over Arm's in `aarch64.cat`, and after which of them; null where none have to. */
  readonly beside: { readonly after: string; readonly lines: string } | null;
  /** How the prover is asked. */
  readonly command: string;
  /** What the machine says: as `explore`. */
  readonly holds: boolean | null;
  /** The labels of the shortest way to a break; empty where it holds. */
  readonly steps: readonly string[];
  /** What has to be said with an answer to it; empty where nothing has. */
  readonly remark: string;
  readonly error?: ModelError;
}

const NOTHING = {
  form: null,
  file: '',
  text: null,
  beside: null,
  command: '',
  holds: null,
  steps: [],
  remark: '',
} as const;

/** What an answer of herd7 by Arm's lines alone does not say. */
export const NOT_MODELLED =
  "No published model reaches one location in two ways, through the cache and around it: by Arm's lines alone herd7 says Never of every leak, because it does not model it.";

/**
 * The same question for a prover that is not ours: a litmus test for herd7 with Arm's own model, or the
 * machine in Promela for Spin. It breaks there where `explore` says that it breaks. Never throws for a
 * bad policy or input.
 */
export function exportQuestion(input: Omit<ExploreInput, 'machine'>, form: ExportForm): Exported {
  const setup = situation(input);
  if ('code' in setup) return { ...NOTHING, error: setup };
  if (!EXPORT_FORMS.includes(form)) return { ...NOTHING, error: unknownForm(form) };
  const { property } = input;
  const { holds, trace = [], error } = exploreIn(setup, property, pageMachine(setup));
  if (error) return { ...NOTHING, error };
  const steps = trace.map(({ label }) => label);
  const known = { form, holds, steps } as const;
  if (form === 'promela') {
    const says = holds === false ? 'breaks, in these steps:' : 'holds.';
    const remarks = [`${property} of one page; the machine of this guide says that it ${says}`];
    const text = promelaOf(setup, property, [...remarks, ...steps.map((step) => `  ${step}`)]);
    return { ...NOTHING, ...known, file: 'page.pml', text, command: SPIN_COMMAND };
  }
  const litmus = litmusOf(setup, property);
  const { name = property, text = null, ours = false } = litmus ?? {};
  return {
    ...known,
    file: `${name}.litmus`,
    text,
    beside: ours ? { after: LITMUS_AFTER, lines: LITMUS_LINES } : null,
    command: `herd7 -variant self ${name}.litmus`,
    remark: ours ? NOT_MODELLED : '',
  };
}

function unknownForm(form: unknown): ModelError {
  const wanted = EXPORT_FORMS.join(', ');
  return inputError('unknown-choice', 'form', form, wanted, "'promela'", 'Name one of them.');
}
