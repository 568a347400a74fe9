import {
  explore,
  HOST_ANSWERS,
  pointOf,
  POLICIES,
  policyAt,
  policySpace,
  propertyName,
} from '../../model/index.ts';
import type {
  AnswerVerdict,
  GuestS1,
  Host,
  HostAnswer,
  HostVerdicts,
  PolicyPoint,
  Property,
} from '../../model/index.ts';

/** What the figure needs of the space: plain data, computed when the page is built. */
export interface Space {
  readonly hosts: readonly SpaceHost[];
  /** The policies of the debate, those at one point together. */
  readonly named: readonly NamedPoint[];
}

interface SpaceHost extends Host {
  readonly answers: readonly SpaceAnswer[];
}

/** An answer on a host; `proof` counts from 1 and names what shows it. */
export interface SpaceAnswer extends Pick<AnswerVerdict, 'answer' | 'breaks' | 'cleans'> {
  /** States visited, for all guests together. */
  readonly states: number;
  readonly proof: number;
}

/** Where policies of the debate stand. */
export interface NamedPoint {
  readonly names: readonly string[];
  readonly point: PolicyPoint;
}

/** A shortest way to break a property, for the first guest that has one so short. */
export interface Counterexample {
  readonly property: Property;
  readonly guestS1: GuestS1;
  readonly moves: readonly string[];
}

/** What a search of an answer gave; hosts on which all of it is the same share it. */
export interface SpaceProof {
  readonly number: number;
  readonly answer: HostAnswer;
  readonly hosts: readonly Host[];
  readonly states: number;
  readonly broken: readonly Counterexample[];
}

/** The space as the figure shows it, with its proofs. */
export interface JudgedSpace {
  readonly space: Space;
  readonly proofs: readonly SpaceProof[];
}

let made: JudgedSpace | null = null;

/** judgeSpace searches the space once for a build. */
export function judgeSpace(): JudgedSpace {
  made ??= judged();
  return made;
}

function judged(): JudgedSpace {
  const proofs = new Map<string, SpaceProof & { hosts: Host[] }>();
  const verdicts = policySpace().hosts;
  const numbered = HOST_ANSWERS.map((_, at) =>
    verdicts.map(({ answers, fwb, dic }) => {
      const verdict = answers[at] as AnswerVerdict;
      const states = verdict.byGuest.reduce((sum, one) => sum + one.states, 0);
      const broken = verdict.breaks.map((name) => shortest(verdict, { fwb, dic }, name));
      const key = JSON.stringify([verdict.answer, states, broken]);
      const { answer } = verdict;
      const number = proofs.size + 1;
      const proof = proofs.get(key) ?? { number, answer, hosts: [], states, broken };
      proofs.set(key, proof);
      proof.hosts.push({ fwb, dic });
      return { states, proof: proof.number };
    }),
  );
  const hosts = verdicts.map(({ fwb, dic, answers }: HostVerdicts, i) => ({
    fwb,
    dic,
    answers: answers.map(({ answer, breaks, cleans }, at) => {
      const found = numbered[at]?.[i] ?? { states: 0, proof: 0 };
      return { answer, breaks, cleans, ...found };
    }),
  }));
  return { space: { hosts, named: namedPoints() }, proofs: [...proofs.values()] };
}

function shortest(verdict: AnswerVerdict, host: Host, property: Property): Counterexample {
  const { answer, byGuest } = verdict;
  const policy = policyAt([answer, answer, answer, answer]);
  if ('code' in policy) throw new Error(policy.received);
  const found = byGuest
    .filter(({ breaks }) => breaks.includes(property))
    .map(({ guestS1 }): Counterexample => {
      const { trace = [] } = explore({ policy, host, guestS1, property });
      return { property, guestS1, moves: trace.map(({ label }) => label) };
    });
  const [first] = found.toSorted((a, b) => a.moves.length - b.moves.length);
  if (first === undefined) throw new Error(`${answer} does not break ${propertyName(property)}.`);
  return first;
}

function namedPoints(): NamedPoint[] {
  const points = new Map<string, { names: string[]; point: PolicyPoint }>();
  for (const policy of POLICIES) {
    const point = pointOf(policy);
    if ('code' in point) throw new Error(point.received);
    const key = point.join();
    const one = points.get(key) ?? { names: [], point };
    one.names.push(policy.name);
    points.set(key, one);
  }
  return [...points.values()];
}
