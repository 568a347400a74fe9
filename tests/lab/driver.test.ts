import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dependsOf, driverModules } from '../../lab/build/driver.ts';
import { findRecorded, writeRecorded } from '../../lab/record/file.ts';
import { observationOf } from '../../lab/record/observation.ts';
import { readLog } from '../../lab/record/read-log.ts';
import { fileName } from '../../src/observations/file-name.ts';
import { facts, failureOf, log, observation } from './support/logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'stage-two-driver-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with a section as the kernel's build writes it, and noise around it. */
const module = (depends: string) =>
  Buffer.from(`ELF\0license=GPL\0depends=${depends}\0name=any\0\xff`, 'latin1');

function kernelOf(name: string, modules: Readonly<Record<string, string>>) {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, depends] of Object.entries(modules))
    writeFileSync(join(path, file), module(depends));
  return { name, path, release: '7.3.4+deb13', packages: [] };
}

describe('the modules of a driver', () => {
  it('come in the order in which they load, each once', async () => {
    const kernel = kernelOf('whole', {
      'radeon.ko': 'ttm,drm-helper,drm',
      'ttm.ko': 'drm',
      'drm_helper.ko': 'drm',
      'drm.ko': '',
      'amdgpu.ko': 'no-such',
    });
    const order = (await driverModules(kernel)).map((path) => basename(path));
    expect(order).toEqual(['drm.ko', 'ttm.ko', 'drm_helper.ko', 'radeon.ko']);
  });

  it('are a failure that names the one that is missing', async () => {
    const kernel = kernelOf('torn', { 'radeon.ko': 'ttm' });
    await expect(driverModules(kernel)).rejects.toMatchObject({
      code: 'build',
      received: 'no module ttm among the drivers of Linux 7.3.4+deb13',
    });
  });

  it('say what they need in their own words', () => {
    expect(dependsOf(module(''))).toEqual([]);
    expect(dependsOf(module('drm,i2c-algo-bit'))).toEqual(['drm', 'i2c_algo_bit']);
    expect(dependsOf(Buffer.from('no section'))).toEqual([]);
  });
});

describe('the observation of a driver', () => {
  const packaged = { name: 'linux-modules-7.3.4+deb13-arm64', version: '7.3.4-1~bpo13+1' };
  const modules = {
    ...facts.kernel,
    name: 'modules-7.3',
    packages: [{ ...packaged, suite: 'trixie-backports' as const }],
  };
  const line = '@lab {"is":"driver","name":"radeon","vendor":"0x1002","device":"0x5159"}\n';
  const text = log('whole').replace('@lab {"is":"case"', `${line}@lab {"is":"case"`);
  const run = observationOf(readLog(text), { ...facts, modules });

  it('says which driver, card and package it is of', () =>
    expect(run.driver).toEqual({
      name: 'radeon',
      vendor: '0x1002',
      device: '0x5159',
      package: packaged.name,
      packageVersion: packaged.version,
    }));

  it('lies apart from the others, which it is not compared with', () => {
    expect(fileName(run)).toBe('7.3.4-neoverse-v1-radeon.json');
    writeRecorded(observation(), folder);
    expect(findRecorded(run, folder)).toBeNull();
    expect(writeRecorded(run, folder)).toBe(join(folder, 'drivers', fileName(run)));
    expect(findRecorded(run, folder)).toEqual(run);
    expect(findRecorded(observation(), folder)?.driver).toBeUndefined();
  });

  it('is refused where no driver, or another one, answered', () => {
    const asked = { ...facts, modules };
    expect(failureOf(() => observationOf(readLog(log('whole')), asked)).received).toBe(
      'no line "driver"',
    );
    const other = text.replace('"name":"radeon"', '"name":"qxl"');
    expect(failureOf(() => observationOf(readLog(other), asked)).received).toBe('the driver qxl');
  });
});
