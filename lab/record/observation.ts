import { LabFailure } from '../cli/failure.ts';
import { versionOf, type Component } from '../packages/component.ts';
import { DRIVER } from '../plan/driver.ts';
import type { Way } from '../plan/cpus.ts';
import { recorded, type Recorded } from '../../src/observations/schema.ts';
import type { CapabilityLine, CaseLine } from './lines.ts';
import type { LabLog } from './read-log.ts';

/** What a log does not say of its run. */
export interface RunFacts {
  readonly kernel: Component;
  /** The packages of the kernel's drivers; null where none is asked about. */
  readonly modules: Component | null;
  readonly qemu: Component;
  readonly cpu: string;
  readonly way: Way;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED. */
const CAPABILITY = 243;
const ASKED: Readonly<Partial<Record<Way, Recorded['mode']>>> = {
  nvhe: 'nVHE',
  protected: 'protected',
};

/** Makes an observation of a log; throws where another kernel ran, or where a line is not in order. */
export function observationOf(log: LabLog, facts: RunFacts): Recorded {
  const { release, mode, missingProbes, midr, ctr, mmfr2, clidr } = log.boot;
  const expected = `${facts.kernel.release}-arm64`;
  if (release !== expected) throw wrong(`Linux ${release}`, `Linux ${expected}`);
  const asked = ASKED[facts.way];
  if (asked !== undefined && mode !== asked) throw wrong(`KVM in mode ${mode}`, `mode ${asked}`);
  const packaged = facts.kernel.packages[0];
  const qemuPackage = versionOf(facts.qemu, 'qemu-system-arm');
  const driver = driverOf(log, facts.modules);
  const capability = (on: 'kvm' | 'vm') => answer(log.capabilities, on);
  const result = recorded.safeParse({
    protocol: log.boot.protocol,
    kernel: {
      release,
      version: kernelVersion(release, packaged?.version ?? ''),
      package: packaged?.name,
      packageVersion: packaged?.version,
      suite: packaged?.suite,
    },
    qemu: { version: /(\d+\.\d+\.\d+)/.exec(qemuPackage)?.[1], packageVersion: qemuPackage },
    ...(driver === null ? {} : { driver }),
    cpu: facts.cpu,
    mode,
    missingProbes,
    date: facts.date,
    registers: { midr, ctr, mmfr2, clidr },
    capability: { kvm: capability('kvm'), vm: capability('vm') },
    cases: log.cases.map(withoutKind),
  });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const [list, i, ...rest] = path;
    const id = list === 'cases' ? log.cases[Number(i)]?.id : undefined;
    return `${id === undefined ? path.join('.') : `${id}: ${rest.join('.')}`}: ${message}`;
  });
  throw new LabFailure(
    'log',
    `lines that do not fit the protocol: ${problems.length}`,
    'lines as src/observations/schema.ts describes them',
    'mend lab/guest or the schema',
    problems.slice(0, 15),
  );
}

/** The driver of a log with its package; throws where one was asked about and none answered. */
function driverOf({ driver }: LabLog, modules: Component | null) {
  if (modules === null) return null;
  if (driver === null) throw wrong('no line "driver"', `the driver ${DRIVER}`);
  const { name, vendor, device } = driver;
  if (name !== DRIVER) throw wrong(`the driver ${name}`, `the driver ${DRIVER}`);
  const packaged = modules.packages[0];
  return {
    name,
    vendor,
    device,
    package: packaged?.name,
    packageVersion: packaged?.version,
  };
}

/** The version of Linux: 7.3.4 of 7.3.4+deb13-arm64; of 6.1.0-50-arm64 only its package knows it. */
export function kernelVersion(release: string, packageVersion: string): string {
  const [version = ''] =
    /^\d+\.\d+\.\d+/.exec(packageVersion) ?? /^\d+(\.\d+)+/.exec(release) ?? [];
  return version;
}

/** What a recorded case holds: all of its line but the word for its kind. */
function withoutKind(line: CaseLine): object {
  return Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'is'));
}

function answer(lines: readonly CapabilityLine[], on: 'kvm' | 'vm') {
  const line = lines.find((one) => one.on === on && one.number === CAPABILITY);
  if (!line) throw wrong(`no capability ${CAPABILITY} on ${on}`, 'its value, or an error');
  return { value: line.value, errno: line.errno ?? null };
}

function wrong(received: string, expected: string): LabFailure {
  return new LabFailure('log', received, expected, 'look at the log; --keep keeps it');
}
