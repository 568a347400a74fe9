import type { ModelError } from '../base/error.ts';
import { checkExtension } from '../kvm/capability/check-extension.ts';
import { NEWEST, rulesOf, unknownKernel, type KernelName } from '../kvm/kernels/registry.ts';
import { MIGRATION_PHASES, migrationMachine, type MigrationPhase } from '../machine/migration.ts';
import type { Setup } from '../machine/setup.ts';
import type { Host, VmaKind } from '../policy/page.ts';
import type { MapWord, Policy } from '../policy/policy.ts';
import { situation, type TraceStep } from './explore.ts';
import { search, type RawStep } from './search.ts';

/** One end of a migration. */
export interface MigrationHost extends Host {
  /** Default: the newest that the model knows. Answers the capability, and stands for its own policy. */
  readonly kernel?: KernelName;
  /** Default: what the kernel does. */
  readonly policy?: Policy | string;
}

/** What `survivesMigration` is asked. */
export interface MigrationInput {
  readonly source: MigrationHost;
  readonly destination: MigrationHost;
  /** Default cacheable. */
  readonly vma?: VmaKind;
  /** The VMM compares capability 243 of both hosts before it begins. Default false. */
  readonly asksCapability?: boolean;
}

/** One step of a migration. Plain data. */
export interface MigrationStep extends Omit<TraceStep, 'state'> {
  readonly state: MigrationPhase;
}

/** The verdict on a migration. Plain data. */
export interface Migrated {
  /** Null where the VM does not run on the source to begin with. */
  readonly holds: boolean | null;
  readonly states: number;
  readonly transitions: number;
  /** A shortest way to its end: dead, arrived, or refused, in this order where there are more. */
  readonly story: readonly MigrationStep[];
  /** How the page is mapped on either side; null where it is not. */
  readonly mapped: { readonly source: MapWord | null; readonly destination: MapWord | null };
  /** A shortest way to the moment at which no host can run the VM. */
  readonly trace?: readonly MigrationStep[];
  readonly error?: ModelError;
}

/**
 * Whether at every moment at least one host can run the VM. A page that arrives with another type
 * than it left with survives; `mapped` shows it.
 */
export function survivesMigration(input: MigrationInput): Migrated {
  const source = endOf(input?.source, input?.vma);
  const destination = endOf(input?.destination, input?.vma);
  if ('code' in source) return wrong(source);
  if ('code' in destination) return wrong(destination);
  const mapped = { source: source.mapped, destination: destination.mapped };
  if (source.mapped === null) return { holds: null, states: 0, transitions: 0, story: [], mapped };
  const capable = ({ kernel = NEWEST, fwb, dic }: MigrationHost): boolean =>
    checkExtension(kernel, { fwb, dic }).ret === 1;
  const warned =
    input.asksCapability === true && capable(input.source) && !capable(input.destination);
  const searched = search(migrationMachine({ destination, warned }));
  if ('code' in searched) return wrong(searched);
  const { states, transitions, broken } = searched;
  const [dies, arrives, refused] = broken;
  const story = (dies ?? arrives ?? refused ?? []).map(stepOf);
  const common = { holds: !dies, states, transitions, story, mapped };
  return dies ? { ...common, trace: story } : common;
}

function endOf(host: MigrationHost | undefined, vma: VmaKind | undefined): Setup | ModelError {
  const { kernel = NEWEST, fwb, dic } = host ?? {};
  const rules = rulesOf(kernel);
  if (rules === null) return unknownKernel(kernel);
  const own = rules.has.vmaIsCacheable ? 'error-on-creation' : 'fallback-to-device';
  const policy = host?.policy ?? own;
  return situation({
    policy,
    host: { fwb: fwb as boolean, dic: dic as boolean },
    ...(vma && { vma }),
  });
}

function stepOf({ rule, state }: RawStep): MigrationStep {
  const { name, actor, label, reason, source } = rule;
  return { move: name, actor, label, reason, source, state: MIGRATION_PHASES[state] ?? 'dead' };
}

function wrong(error: ModelError): Migrated {
  const mapped = { source: null, destination: null };
  return { holds: null, states: 0, transitions: 0, story: [], mapped, error };
}
