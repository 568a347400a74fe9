import { throughCache } from './moment.ts';
import type { Moment, Held } from './moment.ts';
import { AFTER, BEFORE } from '../../series.ts';
import { policyOf } from './kvm.ts';
import type { Host, Policy } from './kvm.ts';

const QUIET: Moment = {
  title: '',
  text: '',
  sources: [],
  memory: 'secret',
  cache: 'zeros',
  tenant: 'VM B',
  ownerWrites: false,
  mapped: null,
  maps: false,
  refused: null,
  access: null,
};

/** What VM B reads: the line in the cache where its accesses look there, else memory. */
const readBy = (mapped: string): Held => (throughCache(mapped) ? 'zeros' : 'secret');

/** The secret stays in memory, the zeros in the cache: this is how every story of VM B begins. */
function before(policy: Policy): Moment[] {
  const tenant = policy.mapped;
  return [
    {
      ...QUIET,
      title: 'VM A writes its secret',
      text: `KVM of ${policy.kernel} maps the page ${tenant} for VM A, so the write goes past the cache into memory.`,
      sources: ['V3-JGG3', 'SEED'],
      cache: null,
      tenant: 'VM A',
      mapped: tenant,
      access: { kind: 'writes', value: 'secret' },
    },
    {
      ...QUIET,
      title: 'The owner writes zeros',
      text: "VM A is gone. The owner's own mapping goes through the cache: the zeros stay there, and memory keeps the secret.",
      sources: ['V3-JGG3', 'SEED'],
      ownerWrites: true,
    },
  ];
}

function mapsFor(policy: Policy): Moment {
  return {
    ...QUIET,
    title: `${policy.kernel} maps the page for VM B`,
    text: `The page is ${policy.slot.verdict}, and ${policy.fault.verdict} ${policy.mapped} when B first touches it. KVM cleans nothing: cleaning takes an address of the kernel's own, and for this page it has none.`,
    sources: ['SEED', 'C3', 'V10-5'],
    maps: true,
    mapped: policy.mapped,
  };
}

function reads(policy: Policy, mapped: string): Moment {
  const value = readBy(mapped);
  return {
    ...QUIET,
    title: value === 'secret' ? "VM B reads A's secret" : 'VM B reads zeros',
    text:
      value === 'secret'
        ? `A read as ${mapped} goes to memory. The zeros that would have protected A lie unused in the cache.`
        : `${policy.kernel}, and a processor that has all that it asks for: both mappings go through the cache. The read finds the line that the owner wrote.`,
    sources: value === 'secret' ? ['V3-JGG3', 'SEED'] : ['C4', 'V10-5'],
    maps: value === 'zeros',
    mapped,
    access: { kind: 'reads', value },
  };
}

function refuses({ kernel, slot, fault, refused }: Policy): Moment {
  return {
    ...QUIET,
    title: `${kernel} refuses`,
    text: `Same host, same page: it is ${slot.verdict} with ${slot.errno} when it is offered. Should the owner's mapping change later, B's first touch ${fault.verdict} with ${fault.errno}. VM B gets no mapping.`,
    sources: ['C3', 'CODE617'],
    refused,
  };
}

/** story is the founding case, frame by frame; what KVM does in it is asked of the model. */
export function story(): readonly Moment[] {
  return [...storyOn(POOR), ...ends(policyOf(AFTER, { fwb: true, dic: true }))];
}

const POOR: Host = { fwb: false, dic: false };

/** storyOn is the case on one host: the old kernel maps the page whatever the host has, the new one asks. */
export function storyOn(host: Host): readonly Moment[] {
  const old = policyOf(BEFORE, host);
  return [...before(old), mapsFor(old), ...ends(old), ...ends(policyOf(AFTER, host))];
}

/** How it ends for VM B under one kernel: it reads something, or gets no mapping. */
const ends = (policy: Policy): Moment[] =>
  policy.mapped === null ? [refuses(policy)] : [reads(policy, policy.mapped)];
