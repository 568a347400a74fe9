import { describe, expect, test } from 'vitest';
import { checkExtension, handleFault, prepareMemoryRegion } from '../../src/model/index.ts';
import { h, toHtmlString } from '../../src/figures/show/node.ts';
import { decisionChip } from '../../src/figures/show/decision-chip.ts';
import { withSightings } from '../../src/figures/show/sighting.ts';
import { packSeen, unpackSeen } from '../../src/figures/show/packed.ts';
import { decisionKey, memAttrKey } from '../../src/observations/key.ts';
import { byRank } from '../../src/observations/rank.ts';
import { seenIn } from '../../src/observations/seen.ts';
import { before, changed, withBoth, withNeither } from './support/made.ts';

const vma = { vmPfnmap: true };
const yes = { fwb: true, dic: true };
const no = { fwb: false, dic: false };
const place = '/observations/7.3.4/#case-pfnmap-hole-remap-cacheable-load';

describe('what a run confirms', () => {
  const seen = seenIn([withBoth]);

  test('the answers to its own questions, with the place', () => {
    expect(seen[decisionKey(prepareMemoryRegion('v7.3', { vmas: [vma], ...yes }))]).toEqual({
      on: 'Linux 7.3.4, neoverse-v1',
      href: place,
    });
    const capability = seen[decisionKey(checkExtension('v7.3', yes))];
    expect(capability?.href).toBe('/observations/7.3.4/#case-capability');
    const read = handleFault('v7.3', { vma, ...yes, access: 'read' });
    expect(seen[decisionKey(read)]?.href).toBe(place);
    expect(seen[memAttrKey(6, true)]?.href).toBe(place);
  });

  test('not those to other inputs, other kernels, or another coding', () => {
    const others = [
      prepareMemoryRegion('v7.3', { vmas: [vma], ...no }),
      prepareMemoryRegion('v6.17', { vmas: [vma], ...yes }),
      handleFault('v7.3', { vma, ...yes, access: 'exec' }),
      handleFault('v7.3', { vma, ...no, access: 'read' }),
    ];
    for (const other of others) expect(seen[decisionKey(other)]).toBeUndefined();
    expect(seen[memAttrKey(6, false)]).toBeUndefined();
  });

  test('not an answer that differs from the model, nor a mapping whose leaf does', () => {
    const read = decisionKey(handleFault('v7.3', { vma, ...yes, access: 'read' }));
    const wrong = changed(withBoth, (one) => ({
      ...one,
      run: one.run && { ...one.run, ioctl: 'EIO' },
    }));
    expect(seenIn([wrong])[read]).toBeUndefined();
    const leaf = changed(withBoth, (one) => ({
      ...one,
      leaf: one.leaf && { ...one.leaf, memAttr: 1 },
    }));
    expect(seenIn([leaf])[read]).toBeUndefined();
    const unseen = changed(withBoth, (one) => ({ ...one, map: [], leaf: null }));
    expect(seenIn([unseen])[read]).toBeUndefined();
  });
});

test('the newest kernel comes first, then the usual mode', () => {
  const pkvm = { ...withBoth, mode: 'protected' } as const;
  expect([before, pkvm, withNeither, withBoth].toSorted(byRank)).toEqual([
    withBoth,
    withNeither,
    pkvm,
    before,
  ]);
});

describe('the mark', () => {
  const refused = prepareMemoryRegion('v7.3', { vmas: [vma], ...no });
  const drawn = (seen: Parameters<typeof withSightings>[1]) =>
    withSightings([h('p', {}, decisionChip(refused))], seen)
      .map(toHtmlString)
      .join('');

  test('stands behind a verdict that was seen, and no name of a decision stays', () => {
    expect(drawn(seenIn([withNeither]))).toBe(
      '<p><span class="verdict verdict-refused">refused<code> EINVAL</code></span> ' +
        `<a class="seen" href="${place}">seen on Linux 7.3.4, neoverse-n1</a></p>`,
    );
    expect(drawn({})).toBe(
      '<p><span class="verdict verdict-refused">refused<code> EINVAL</code></span></p>',
    );
  });

  test('comes through the attribute of a figure whole', () => {
    const seen = seenIn([withBoth, withNeither, before]);
    const places = new Set(Object.values(seen).map(({ on }) => on));
    expect(places.size).toBe(3);
    expect(unpackSeen(packSeen(seen))).toEqual(seen);
    expect(unpackSeen(undefined)).toEqual({});
  });
});
