import { HOSTS, VMAS } from '../model/index.ts';
import type { Host, Policy, PolicyFault, PolicySlot } from '../model/index.ts';

/*
 * A policy of a reader runs in the sandbox, and answers there what the machine would ask it. Only its
 * answers come out, as plain data; who judges them is code of the page.
 */

/** One question to a policy. */
export type Question =
  | { readonly host: Host; readonly part: 'onMemslot'; readonly input: PolicySlot }
  | { readonly host: Host; readonly part: 'onFault'; readonly input: PolicyFault };

/** All that a policy is asked about a cacheable page: the memslot, and three accesses, on each host. */
export const QUESTIONS: readonly Question[] = HOSTS.flatMap((host): Question[] => [
  {
    host,
    part: 'onMemslot',
    input: { change: 'CREATE', vmas: [VMAS.cacheable], fwb: host.fwb, dic: host.dic },
  },
  ...(['read', 'write', 'exec'] as const).map((access): Question => {
    const { fwb, dic } = host;
    const input = { vma: VMAS.cacheable, pfnIsMapMemory: false, fwb, dic, access } as const;
    return { host, part: 'onFault', input };
  }),
]);

/** What is no data comes out by its kind, and one of that kind stands for it. */
export const KINDS = {
  undefined: undefined,
  bigint: 0n,
  symbol: Symbol('of the policy'),
  function: () => {},
  number: NaN,
} as const;

/** What a policy gave to one question: an answer as plain data, the kind of another, or what it threw. */
export type Given =
  { readonly answer: unknown } | { readonly kind: keyof typeof KINDS } | { readonly threw: Thrown };

/** What was thrown, as text. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
}

/** A question in words: `FWB 0, DIC 1, first write`. */
export function questionName({ host, part, input }: Question): string {
  const bit = (on: boolean): string => (on ? '1' : '0');
  const what =
    part === 'onMemslot' ? 'memslot' : `first ${input.access === 'exec' ? 'fetch' : input.access}`;
  return `FWB ${bit(host.fwb)}, DIC ${bit(host.dic)}, ${what}`;
}

/** A policy that gives the answers which another one gave. */
export function answering(name: string, given: readonly Given[]): Policy {
  const reply = (part: Question['part'], { fwb, dic, access }: PolicyFault): unknown => {
    const at = QUESTIONS.findIndex(
      (one) =>
        one.part === part &&
        one.host.fwb === fwb &&
        one.host.dic === dic &&
        (one.part === 'onMemslot' || one.input.access === access),
    );
    const one = given[at];
    if (one === undefined) return undefined;
    if ('threw' in one) throw Object.assign(new Error(one.threw.message), { name: one.threw.name });
    return 'kind' in one ? KINDS[one.kind] : one.answer;
  };
  return {
    name,
    onMemslot: (input) => reply('onMemslot', input as unknown as PolicyFault) as 'accepted',
    onFault: (input) => reply('onFault', input) as 'normal',
  };
}
