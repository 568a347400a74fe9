import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentIds, ids } from '../../scripts/lists/ids.ts';
import { grown, readIds, today, written, type Named } from '../../src/evidence/ids.ts';
import { ruleId, stableId } from '../../src/link/stable-id.ts';
import { root } from '../../src/root.ts';

const text = readFileSync(join(root, 'content/data/evidence/ids.json'), 'utf8');
const recorded = readIds(text);

/** The ids that the first release of the list had: none of them goes, and none moves. Never lower it. */
const FIRST = { count: 1428, sum: 'b96462d63b36b630' };

describe('ids of rules and claims, as recorded', () => {
  it('are current; npm run lists grows the list', () => expect(text).toBe(ids()));

  it('have not lost one', () => {
    const first = recorded.slice(0, FIRST.count).map(({ id }) => id);
    const sum = createHash('sha256').update(first.join('\n')).digest('hex').slice(0, 16);
    expect({ count: first.length, sum }).toEqual(FIRST);
  });

  it('name one thing each, today and once', () => {
    const all = recorded.map(({ id }) => id);
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
    const now = currentIds().map(({ id }) => id);
    expect(now.filter((id, i) => now.indexOf(id) !== i)).toEqual([]);
    expect(now.filter((id) => today(id, recorded) !== id)).toEqual([]);
  });
});

describe('an id', () => {
  it('is made of the first words and of all that tells it apart', () => {
    expect(stableId('KVM asks for FWB, and for DIC', 'x')).toMatch(
      /^kvm-asks-for-fwb-and-for-dic-\w+$/,
    );
    expect(ruleId('f', '!a')).not.toBe(ruleId('f', 'a'));
    expect(ruleId('f', 'a')).not.toBe(ruleId('g', 'a'));
    expect(stableId('')).toMatch(/^\w+$/);
  });
});

describe('the list', () => {
  const claim = (id: string, at = '/guide/a/'): Named => ({ of: 'claim', at, id });
  const before = [claim('the-hook-asks-1'), claim('no-line-2'), claim('what-stays-3')];

  it('keeps the place of an id whose words changed, and names what took it', () => {
    const after = grown(before, [claim('what-stays-3'), claim('the-hook-says-9')]);
    expect(after).toEqual([
      { ...claim('the-hook-asks-1'), now: 'the-hook-says-9' },
      { ...claim('no-line-2'), now: null },
      claim('what-stays-3'),
      claim('the-hook-says-9'),
    ]);
    expect(today('the-hook-asks-1', after)).toBe('the-hook-says-9');
    expect(today('no-line-2', after)).toBeNull();
    const later = grown(after, [claim('what-stays-3'), claim('the-hook-says-yes-10')]);
    expect(today('the-hook-asks-1', later)).toBe('the-hook-says-yes-10');
    expect(readIds(written(later))).toEqual(later);
  });

  it('takes nothing of another page, and gives an id back to what has it again', () => {
    const gone = grown(before, [claim('the-hook-says-9', '/guide/b/')]);
    expect(gone[0]).toMatchObject({ now: null });
    expect(grown(gone, before).slice(0, 3)).toEqual(before);
  });

  it('never grows shorter', () => {
    expect(
      grown(recorded, [])
        .slice(0, recorded.length)
        .map(({ id }) => id),
    ).toEqual(recorded.map(({ id }) => id));
  });
});
