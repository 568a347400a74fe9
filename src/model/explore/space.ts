import { PROPERTIES, type Property } from '../machine/properties.ts';
import { GUEST_S1S, setupOf, type GuestS1 } from '../machine/setup.ts';
import { outcomeOf } from '../policy/outcome.ts';
import { HOSTS, type Host } from '../policy/page.ts';
import { HOST_ANSWERS, policyAt, type HostAnswer, type PolicyPoint } from '../policy/space.ts';
import { Searches } from './searches.ts';

/** What one kind of guest finds under an answer. Plain data. */
export interface GuestVerdict {
  readonly guestS1: GuestS1;
  /** The properties that break, in their order. */
  readonly breaks: readonly Property[];
  /** States that can be reached; all were visited. */
  readonly states: number;
  readonly transitions: number;
}

/** An answer on a kind of host, judged. Plain data. */
export interface AnswerVerdict {
  readonly answer: HostAnswer;
  /** The properties that some guest breaks, in their order. */
  readonly breaks: readonly Property[];
  /** KVM cleans to the PoC, and needs an address for it that this page has not. */
  readonly cleans: boolean;
  readonly byGuest: readonly GuestVerdict[];
}

/** The answers on one kind of host, in the order of `HOST_ANSWERS`. Plain data. */
export interface HostVerdicts extends Host {
  readonly answers: readonly AnswerVerdict[];
}

/** All policies for a cacheable page outside the linear map that decide by FWB and DIC. Plain data. */
export interface PolicySpace {
  /** How many there are: an answer for each host. */
  readonly policies: number;
  /** In the order of `HOSTS`. */
  readonly hosts: readonly HostVerdicts[];
  /** Those that break nothing, whatever the guest's stage 1 asks for. */
  readonly breakNothing: readonly PolicyPoint[];
  /** Machines that differ, each searched once, with the states of all. */
  readonly machines: number;
  readonly states: number;
}

/**
 * Judges every policy for a cacheable VM_PFNMAP page that decides by what the host has. What a policy
 * does on one host says nothing of another, so each answer is judged on each host, for every guest; a
 * policy breaks what any of its four answers breaks. The policies of the debate are points among
 * these (`pointOf`), as is each that a reader can write with FWB and DIC alone. It rests on what the
 * machine rests on: one line, one page, IDC = 1 (`pageMachine`).
 */
export function policySpace(): PolicySpace {
  const searches = new Searches();
  const hosts = HOSTS.map((host): HostVerdicts => ({
    ...host,
    answers: HOST_ANSWERS.map((answer) => judged(answer, host, searches)),
  }));
  const { machines, states } = searches.sums();
  return {
    policies: HOST_ANSWERS.length ** HOSTS.length,
    hosts,
    breakNothing: pointsWithin(hosts, PROPERTIES),
    machines,
    states,
  };
}

/** What is asked of a space by those who have a part of it: of each answer its name and what it breaks. */
type Judged = readonly { readonly answers: readonly Pick<AnswerVerdict, 'answer' | 'breaks'>[] }[];

/** The properties that a policy, an answer for each host, breaks on some host for some guest, in their order. */
export const breaksOf = (hosts: Judged, point: readonly HostAnswer[]): readonly Property[] =>
  PROPERTIES.filter((name) =>
    hosts.some(({ answers }, i) =>
      answers.some(({ answer, breaks }) => answer === point[i] && breaks.includes(name)),
    ),
  );

/**
 * The policies that break none of some properties: an answer for each host that breaks none. Of each
 * answer its name and what it breaks are asked, so that a part of the space is enough.
 */
export function pointsWithin(hosts: Judged, insisted: readonly Property[]): PolicyPoint[] {
  const left = hosts.map(({ answers }) =>
    answers
      .filter(({ breaks }) => !breaks.some((one) => insisted.includes(one)))
      .map(({ answer }) => answer),
  );
  return left.reduce<HostAnswer[][]>(
    (points, answers) => points.flatMap((point) => answers.map((answer) => [...point, answer])),
    [[]],
  ) as unknown as PolicyPoint[];
}

function judged(answer: HostAnswer, host: Host, searches: Searches): AnswerVerdict {
  const policy = must(policyAt([answer, answer, answer, answer]));
  const outcome = must(outcomeOf(policy, host, 'cacheable'));
  const byGuest = GUEST_S1S.map((guestS1): GuestVerdict => {
    const setup = setupOf(outcome, host, 'cacheable', guestS1);
    const { states, transitions, broken } = must(searches.of(setup));
    return {
      guestS1,
      breaks: PROPERTIES.filter((_, i) => broken[i] !== null),
      states,
      transitions,
    };
  });
  const breaks = PROPERTIES.filter((name) => byGuest.some((one) => one.breaks.includes(name)));
  return { answer, breaks, cleans: outcome.cleans, byGuest };
}

/** Its own answers are answers, and the machine of a page stays within its bounds. */
function must<T extends object>(made: T): Exclude<T, { code: unknown }> {
  if ('code' in made) throw new Error(`No point of the space: ${JSON.stringify(made)}`);
  return made as Exclude<T, { code: unknown }>;
}
