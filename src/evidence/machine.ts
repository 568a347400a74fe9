import { stableId } from '../link/stable-id.ts';
import {
  GUEST_S1S,
  HOSTS,
  pageMachine,
  POLICIES,
  PROPERTIES,
  propertyName,
  prove,
  situation,
  verdicts,
  type Property,
  type VerdictRow,
} from '../model/index.ts';
import type { Asked } from '../observations/witness/asked.ts';
import type { SpinRecord } from '../observations/witness/spin.ts';

/** A property of the machine, and who judges it too. Plain data. */
export interface JudgedProperty {
  /** Its address on the page. */
  readonly id: string;
  readonly property: Property;
  readonly name: string;
  /** Questions about it: a policy on a host, for a guest; and of how many it holds, or breaks. */
  readonly questions: number;
  readonly holds: number;
  readonly breaks: number;
  /** Questions about the landed policy that hold, and how many are proved by sentences that every move keeps. */
  readonly landed: number;
  readonly proved: number;
  /** Questions that herd7 answered too. */
  readonly herd: number;
  /** Set-ups that Spin judged too, as it is recorded; 0 where nothing is. */
  readonly spin: number;
}

/** A kind of move of the machine. Plain data. */
export interface Move {
  readonly id: string;
  readonly name: string;
  readonly actor: string;
  /** Every reason that it has under some policy, and the sources of all. */
  readonly reasons: readonly string[];
  readonly read: readonly string[];
}

/** The policy of Linux since 6.17. */
const LANDED = 'error-on-creation';

const QUESTIONS = POLICIES.flatMap((policy) =>
  HOSTS.flatMap((host) => GUEST_S1S.map((guestS1) => ({ policy, host, guestS1 }))),
);

const idOf = (property: Property): string => stableId(`property ${property}`);

/** The addresses of all properties. */
export const propertyIds = (): readonly string[] => PROPERTIES.map(idOf);

/** Every property, asked of every named policy, host and guest; `asked` is what herd7 was asked too, `spin` its record. */
export function judgedProperties(
  asked: readonly Asked[],
  spin: SpinRecord | null,
): readonly JudgedProperty[] {
  const rows = verdicts().rows.filter(({ vma }) => vma === 'cacheable');
  return PROPERTIES.map((property) => {
    const holding = rows.filter((row) => row[property] === true);
    const landed = holding.filter(({ policy }) => policy === LANDED);
    const isProved = ({ policy, fwb, dic, guestS1 }: VerdictRow) =>
      prove({ policy, host: { fwb, dic }, guestS1, property }).invariants !== null;
    const breaks = rows.filter((row) => row[property] === false).length;
    return {
      id: idOf(property),
      property,
      name: propertyName(property),
      questions: holding.length + breaks,
      holds: holding.length,
      breaks,
      landed: landed.length,
      proved: landed.filter(isProved).length,
      spin: spin?.setups.length ?? 0,
      herd: asked.filter((one) => one.property === property).length,
    };
  });
}

/** Every kind of move that the machine makes under some named policy. */
export function moves(): readonly Move[] {
  const found = new Map<string, Move>();
  for (const input of QUESTIONS) {
    const setup = situation(input);
    if ('code' in setup) continue;
    for (const { name, actor, reason, source } of pageMachine(setup).rules) {
      const { reasons = [], read = [] } = found.get(name) ?? {};
      found.set(name, {
        id: stableId(`move ${name}`),
        name,
        actor,
        reasons: [...new Set([...reasons, reason])],
        read: [...new Set([...read, ...source])],
      });
    }
  }
  return [...found.values()];
}
