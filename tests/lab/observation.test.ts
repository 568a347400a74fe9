import { describe, expect, it } from 'vitest';
import { kernelVersion, observationOf } from '../../lab/record/observation.ts';
import { readLog } from '../../lab/record/read-log.ts';
import { facts, failureOf, log, observation } from './support/logs.ts';

describe('an observation', () => {
  it('says which kernel, QEMU and CPU it is of', () => {
    expect(observation()).toMatchObject({
      kernel: { version: '7.3.4', suite: 'trixie-backports', packageVersion: '7.3.4-1~bpo13+1' },
      qemu: { version: '10.0.2' },
      cpu: 'neoverse-v1',
      mode: 'VHE',
      capability: { kvm: { value: null, errno: 'EINVAL' }, vm: { value: 1, errno: null } },
    });
  });

  it('has the two rows that are known beforehand: the slot is made, MemAttr is 0x6', () => {
    const one = observation().cases.find(({ id }) => id === 'pfnmap-hole-remap-cacheable-load');
    expect(one).toMatchObject({ slot: { errno: null }, leaf: { memAttr: 6 } });
  });

  it('is refused where another kernel ran', () => {
    const kernel = { ...facts.kernel, release: '6.12.95+deb12' };
    expect(failureOf(() => observation({ kernel }))).toMatchObject({
      code: 'log',
      received: 'Linux 7.3.4+deb13-arm64',
      expected: 'Linux 6.12.95+deb12-arm64',
    });
  });

  it('is refused where KVM ran in another mode than was asked for', () => {
    expect(failureOf(() => observation({ way: 'protected' })).received).toBe('KVM in mode VHE');
  });

  it('is refused, with the case and the place, where a line does not fit the protocol', () => {
    const wrong = log('whole').replace('"memAttr":6', '"memAttr":"6"');
    const failure = failureOf(() => observationOf(readLog(wrong), facts));
    expect(failure.shown[0]).toMatch(/^pfnmap-hole-remap-cacheable-load: leaf.memAttr: /);
  });

  it('is refused where a capability was not asked for', () => {
    const without = log('whole').replace(/^.*"on":"vm".*\n/m, '');
    expect(failureOf(() => observationOf(readLog(without), facts)).received).toBe(
      'no capability 243 on vm',
    );
  });
});

describe('kernelVersion', () => {
  it.each([
    ['7.3.4+deb13-arm64', '7.3.4-1~bpo13+1', '7.3.4'],
    ['6.1.0-50-arm64', '6.1.176-1', '6.1.176'],
    ['6.12.95+deb12-arm64', '', '6.12.95'],
  ])('%s of %s', (release, packageVersion, version) =>
    expect(kernelVersion(release, packageVersion)).toBe(version),
  );
});
