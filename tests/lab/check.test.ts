import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../lab/boot/run-boot.ts';
import { LabFailure } from '../../lab/cli/failure.ts';
import { Progress } from '../../lab/cli/progress.ts';
import { KERNELS } from '../../lab/plan/kernels.ts';
import { findRecorded, writeRecorded } from '../../lab/record/file.ts';
import { observationOf } from '../../lab/record/observation.ts';
import { readLog } from '../../lab/record/read-log.ts';
import { report, reportAll } from '../../lab/record/report.ts';
import type { Recorded } from '../../src/observations/schema.ts';
import { facts, log, observation } from './support/logs.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stage-two-lab-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What `--check` says of a fresh run, and whether it is content. */
function check(result: Outcome['result']): { good: boolean; lines: string[] } {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line.trim()));
  const plan = { kernel: KERNELS[0], cpu: 'neoverse-v1', way: 'usual', driver: false } as const;
  const outcome = { plan, name: 'Linux 7.3.4, neoverse-v1', seconds: 6, result };
  const options = { check: true, record: false, observations: folder };
  return { good: report(outcome, options, progress), lines };
}

/** The run with one case changed. */
function changed(run: Recorded, id: string, change: (one: Recorded['cases'][number]) => object) {
  return {
    ...run,
    cases: run.cases.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  } as Recorded;
}

const CACHEABLE = 'pfnmap-hole-remap-cacheable-load';

describe('--check', () => {
  it('is content with a run as it was recorded, on any day and any page', () => {
    const run = observation();
    writeRecorded(run, folder);
    const moved = changed(run, 'anonymous-load', ({ leaf, host }) => ({
      leaf: { ...leaf, descriptor: leaf?.descriptor.replace(/.{4}(...)$/, '1000$1') },
      host: { ...host, descriptor: host?.descriptor.replace(/.{4}(...)$/, '1000$1') },
    }));
    expect(moved).not.toEqual(run);
    expect(check({ ...moved, date: '2027-01-01' })).toMatchObject({ good: true });
  });

  it('is content where the host has aged a page, and the leaf has lost its Access flag', () => {
    const run = observation();
    writeRecorded(run, folder);
    const aged = changed(run, 'anonymous-load', ({ leaf }) => ({
      leaf: { ...leaf, descriptor: `0x${(BigInt(leaf?.descriptor ?? 0) & ~0x400n).toString(16)}` },
    }));
    expect(aged).not.toEqual(run);
    expect(check(aged)).toMatchObject({ good: true });
  });

  it('fails on a deliberately wrong expectation, and names the row', () => {
    const wrong = changed(observation(), CACHEABLE, ({ leaf }) => ({
      leaf: { ...leaf, memAttr: 1 },
    }));
    writeRecorded(wrong, folder);
    const { good, lines } = check(observation());
    expect(good).toBe(false);
    expect(lines).toContain(`DIFFERS ${CACHEABLE} leaf.memAttr: recorded 1, now 6`);
    expect(lines.at(-1)).toBe('1 values are not as recorded');
  });

  it('fails on an expected errno that the kernel did not give', () => {
    writeRecorded(
      changed(observation(), CACHEABLE, () => ({ slot: { flags: [], errno: 'EINVAL' } })),
      folder,
    );
    expect(check(observation()).lines).toContain(
      `DIFFERS ${CACHEABLE} slot.errno: recorded "EINVAL", now null`,
    );
  });

  it('fails where the low bits of a descriptor differ', () => {
    const other = changed(observation(), CACHEABLE, ({ leaf }) => ({
      leaf: { ...leaf, descriptor: `0x${(BigInt(leaf?.descriptor ?? 0) ^ 4n).toString(16)}` },
    }));
    writeRecorded(other, folder);
    expect(check(observation()).good).toBe(false);
  });

  it('fails on a case that is new, and on one that is gone', () => {
    const run = observation();
    writeRecorded({ ...run, cases: run.cases.slice(1) }, folder);
    expect(check(run)).toMatchObject({ good: false });
    expect(check({ ...run, cases: run.cases.slice(2) })).toMatchObject({ good: false });
  });

  it('fails on a boot that did not end', () => {
    writeRecorded(observation(), folder);
    const crash = new LabFailure('log', 'no line "end"', 'a run to its end', 'look', ['last line']);
    const { good, lines } = check(crash);
    expect(good).toBe(false);
    expect(lines).toContain('| last line');
  });

  it('says another version of the same series beside the answers', () => {
    const run = observation();
    writeRecorded(run, folder);
    const newer = { ...run, kernel: { ...run.kernel, version: '7.3.9' } };
    const { good, lines } = check(newer);
    expect(good).toBe(true);
    expect(lines).toContain('other version: kernel version: recorded "7.3.4", now "7.3.9"');
  });

  it('fails where nothing was recorded', () => {
    const { good, lines } = check(observation());
    expect(good).toBe(false);
    expect(lines.at(-1)).toBe('nothing recorded to compare with: no 7.3.4-neoverse-v1.json');
  });
});

/** What a run without `--check` says of a log, and its exit code. */
function plain(text: string, record = false): { code: number; lines: string[] } {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line.trim()));
  const plan = { kernel: KERNELS[0], cpu: 'neoverse-v1', way: 'usual', driver: false } as const;
  const result = observationOf(readLog(text), facts);
  const outcome = { plan, name: 'Linux 7.3.4, neoverse-v1', seconds: 6, result };
  const options = { check: false, record, observations: folder };
  return { code: reportAll([outcome], options, progress), lines };
}

describe('a run without --check', () => {
  const whole = log('whole');
  const capability = '"on":"vm","value":1';
  const other = '"on":"vm","value":0';

  it('ends with 0 where every answer is what the model says', () => {
    const { code, lines } = plain(whole);
    expect(code).toBe(0);
    expect(lines.join()).not.toContain('FINDING');
    expect(lines.at(-1)).toMatch(/1 of 1 runs are in order$/);
  });

  it('ends with 1 where an answer of the kernel is not, and names it', () => {
    expect(whole).toContain(capability);
    const { code, lines } = plain(whole.replace(capability, other));
    expect(code).toBe(1);
    expect(lines).toContain('FINDING capability on the VM: seen 0, the model says 1');
    expect(lines.at(-1)).toContain('the exit code is 1');
  });

  it('ends with 1 where the two kinds of evidence say different things', () => {
    const { code, lines } = plain(whole.replace('"prot":["R","W","X"]', '"prot":["R","X"]'));
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/^FINDING \S+: two kinds of evidence differ: /m);
  });

  it('writes with --record what was seen, and still ends with 1', () => {
    const { code } = plain(whole.replace(capability, other), true);
    expect(code).toBe(1);
    expect(findRecorded(observation(), folder)?.capability.vm.value).toBe(0);
  });

  it('ends with 1 where one of several boots failed', () => {
    const plan = { kernel: KERNELS[0], cpu: 'neoverse-v1', way: 'usual', driver: false } as const;
    const crash = new LabFailure('log', 'no line "end"', 'a run to its end', 'look');
    const outcomes = [observation(), crash].map((result) => ({
      plan,
      name: '',
      seconds: 6,
      result,
    }));
    const options = { check: false, record: false, observations: folder };
    expect(reportAll(outcomes, options, new Progress(() => undefined))).toBe(1);
  });
});
