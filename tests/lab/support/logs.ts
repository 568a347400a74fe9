import { readFileSync } from 'node:fs';
import { LabFailure } from '../../../lab/cli/failure.ts';
import type { Component } from '../../../lab/packages/component.ts';
import { observationOf, type RunFacts } from '../../../lab/record/observation.ts';
import { readLog } from '../../../lab/record/read-log.ts';
import type { Recorded } from '../../../src/observations/schema.ts';

/** A log of a real boot, cut to a few cases; others of the folder were damaged by hand. */
export function log(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');
}

/** The kernel and the QEMU that gave the logs. */
const kernel: Component = {
  name: 'linux-7.3',
  path: '/lab/components/linux-7.3',
  release: '7.3.4+deb13',
  packages: [
    {
      name: 'linux-image-7.3.4+deb13-arm64',
      version: '7.3.4-1~bpo13+1',
      suite: 'trixie-backports',
    },
  ],
};
const qemu: Component = {
  name: 'qemu',
  path: '/lab/components/qemu',
  release: null,
  packages: [
    {
      name: 'qemu-system-arm',
      version: '1:10.0.2+ds-2+deb13u1~bpo12+1',
      suite: 'bookworm-backports',
    },
  ],
};

export const facts: RunFacts = {
  kernel,
  modules: null,
  qemu,
  cpu: 'neoverse-v1',
  way: 'usual',
  date: '2026-11-23',
};

/** The observation of the whole log. */
export function observation(changes: Partial<RunFacts> = {}): Recorded {
  return observationOf(readLog(log('whole')), { ...facts, ...changes });
}

/** The failure that `work` throws; an error of any other kind, or none, fails the test. */
export function failureOf(work: () => unknown): LabFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof LabFailure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
