import { HOST_ANSWERS, pointOf, policyNamed, policySpace } from '../../model/index.ts';
import type {
  GuestS1,
  HostAnswer,
  HostVerdicts,
  PolicyPoint,
  PolicySpace,
} from '../../model/index.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { counted } from '../../grammar/count.ts';

/** What the space says, in sentences made of it; `LANDED` is the policy that it is asked about. */
export interface Theorem {
  readonly says: readonly string[];
  /** What it asks of the idea to map Normal and clean, without FWB. */
  readonly asks: string;
  readonly assumes: string;
}

const LANDED = 'error-on-creation';
/** The idea of the founding mail: follow the VMA, and clean. */
const CLEANED: HostAnswer = 'normal, maintained';

const maintains = (answer: HostAnswer): boolean => answer.endsWith('maintained');
const maps = (answer: HostAnswer): boolean => answer !== 'refuse' && answer !== 'fail late';
const clean = ({ answers }: HostVerdicts): HostAnswer[] =>
  answers.filter(({ breaks }) => breaks.length === 0).map(({ answer }) => answer);

/** theoremOf says of the whole space what its verdicts say; a sentence that is not so ends the build. */
export function theoremOf(space: PolicySpace = policySpace()): Theorem {
  const { policies, breakNothing, hosts } = space;
  return {
    says: [
      `Of all ${counted(policies)} policies that decide by FWB and DIC, ${counted(breakNothing.length)} break nothing.`,
      withoutFwb(hosts.filter(({ fwb }) => !fwb)),
      most(breakNothing),
    ],
    asks: cleaned(space),
    assumes:
      'One line of one page; IDC = 1; a cacheable VM_PFNMAP mapping outside the linear map, so that KVM has no address to clean by; guests that ask for Write-Back, Non-cacheable or Device-nGnRE, or have the MMU off; ' +
      `on each host one of ${HOST_ANSWERS.length} answers: ${HOST_ANSWERS.join('; ')}.`,
  };
}

function withoutFwb(hosts: readonly HostVerdicts[]): string {
  const only = hosts.every((host) => clean(host).join() === 'refuse');
  return must(only, 'Without FWB only refusing survives.');
}

/** The most permissive of those that need no maintenance is the landed one, and no other. */
function most(points: readonly PolicyPoint[]): string {
  const named = policyNamed(LANDED);
  const landed = 'code' in named ? named : pointOf(named);
  const free = points.filter((point) => !point.some(maintains));
  const within = (point: PolicyPoint): boolean =>
    point.every((answer, i) => !maps(answer) || (!('code' in landed) && landed[i] === answer));
  const stands = free.some((point) => point.join() === String(landed));
  return must(
    stands && free.every(within),
    'The landed policy is the most permissive of those that need no maintenance: on each host on which another of them maps the page, it maps it too.',
  );
}

function cleaned(space: PolicySpace): string {
  const { survives, fails } = cleanedWithoutFwb(space);
  const words = (guests: readonly GuestS1[]): string =>
    guests.map((guest) => GUEST_WORDS[guest]).join(' or ');
  return `That asks much: mapped Normal and cleaned, without FWB, the page survives a guest that asks for ${words(survives)}, and fails one that asks for ${words(fails)}.`;
}

/** Which guests survive the idea to map Normal and clean, on hosts without FWB, and which do not. */
export function cleanedWithoutFwb(space: PolicySpace = policySpace()): {
  readonly survives: readonly GuestS1[];
  readonly fails: readonly GuestS1[];
} {
  const answers = space.hosts
    .filter(({ fwb }) => !fwb)
    .map((host) => host.answers.find(({ answer }) => answer === CLEANED)?.byGuest ?? []);
  const guests = answers[0]?.map(({ guestS1 }) => guestS1) ?? [];
  const holds = (guest: GuestS1): boolean =>
    answers.every((own) => own.find(({ guestS1 }) => guestS1 === guest)?.breaks.length === 0);
  return { survives: guests.filter(holds), fails: guests.filter((guest) => !holds(guest)) };
}

function must(holds: boolean, sentence: string): string {
  if (!holds) throw new Error(`The space does not say: ${sentence}`);
  return sentence;
}
