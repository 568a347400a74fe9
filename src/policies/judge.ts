import { searched } from '../figures/verdicts/judge.ts';
import type { Searched } from '../figures/verdicts/judge.ts';
import { checkExtension, GUEST_S1S, HOSTS, PROPERTIES, situation } from '../model/index.ts';
import { hostWords } from './host-words.ts';
import type { Explored, GuestS1, Host, ModelError, Policy, Property } from '../model/index.ts';

/** A policy on a host with one kind of guest. */
export interface Case {
  readonly host: Host;
  readonly guestS1: GuestS1;
  readonly found: Searched;
  readonly breaks: readonly Property[];
}

/** A shortest way to break something, and where. */
export interface Worst extends Pick<Case, 'host' | 'guestS1'> {
  readonly explored: Explored;
  readonly property: Property;
}

/** A policy judged on each host, for each guest. */
export interface Judged {
  readonly cases: readonly Case[];
  /** A shortest way to break the first property, in their order, that breaks; null where none does. */
  readonly worst: Worst | null;
  readonly needs: readonly string[];
}

/** The kernel whose capability a VMM asks today. */
const ASKED = 'v6.17';

/** judgePolicy judges a policy for a cacheable page; an error where an answer of it is none. */
export function judgePolicy(policy: Policy): Judged | ModelError {
  const cases: Case[] = [];
  for (const host of HOSTS) {
    for (const guestS1 of GUEST_S1S) {
      const setup = situation({ policy, host, guestS1 });
      if ('code' in setup) return setup;
      const found = searched(setup);
      const breaks = PROPERTIES.filter((name) => found.explored[name].holds === false);
      cases.push({ host, guestS1, found, breaks });
    }
  }
  return { cases, worst: worstOf(cases), needs: needsOf(cases) };
}

function worstOf(cases: readonly Case[]): Worst | null {
  const all = cases.flatMap(({ host, guestS1, found, breaks }) =>
    breaks.map((property) => ({ host, guestS1, property, explored: found.explored[property] })),
  );
  const length = ({ explored }: Worst): number => explored.trace?.length ?? Infinity;
  const first = PROPERTIES.find((name) => all.some(({ property }) => property === name));
  const own = all.filter(({ property }) => property === first);
  return own.toSorted((a, b) => length(a) - length(b))[0] ?? null;
}

/** What a policy needs beside its two functions. */
function needsOf(cases: readonly Case[]): string[] {
  const on = (fits: (one: Case) => boolean): string =>
    [...new Set(cases.filter(fits).map(({ host }) => hostWords(host)))].join('; ');
  const cleans = on(({ found }) => found.setup.cleans);
  const invalidates = on(({ found }) => found.setup.invalidatesI);
  const untold = on(
    ({ found, host }) => found.setup.mapped === 'normal' && checkExtension(ASKED, host).ret !== 1,
  );
  const silent = on(
    ({ found, host }) => found.setup.mapped !== 'normal' && checkExtension(ASKED, host).ret === 1,
  );
  return [
    cleans &&
      `An address to clean by (${cleans}): KVM has none for this page, and has to map it first.`,
    invalidates &&
      `To invalidate the instruction cache (${invalidates}): as a whole, or by an address.`,
    untold &&
      `A capability of its own (${untold}): the page is Normal there, and capability 243 answers no.`,
    silent &&
      `Another answer of capability 243 (${silent}): it says yes, and the page is not Normal.`,
  ].filter((one) => one !== '');
}
