import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../lab/watch/body.ts';
import { hashesIn, isSource } from '../../lab/watch/source.ts';
import { QUESTIONS } from '../../src/model/index.ts';
import {
  byAge,
  drift,
  driftInWords,
  linuxOf,
  nearest,
  type KernelText,
  type ReadChange,
  type TextRecord,
} from '../../src/observations/watch/drift.ts';
import { FUNCTIONS, questionsOf, WATCHED } from '../../src/observations/watch/functions.ts';
import { root } from '../../src/root.ts';

const record = JSON.parse(
  readFileSync(join(root, 'content/data/witnesses/functions.json'), 'utf8'),
) as TextRecord;

const C = `/* user_mem_abort(a) { } */
int user_mem_abort(int);

static int
helper(int a)
{
	return user_mem_abort(a); // calls
}

static int user_mem_abort(int a,
			  int b)
{
	if (a) {
		b++;
	}
	return b;
}

static inline bool gone(void) { return false; }
`;

describe('the text of a function', () => {
  it('is its definition: no call, no declaration, no comment', () => {
    expect(bodiesOf(C, 'user_mem_abort')).toEqual([
      'static int user_mem_abort(int a, int b) { if (a) { b++; } return b; }',
    ]);
    expect(bodiesOf(C, 'gone')).toEqual(['static inline bool gone(void) { return false; }']);
    expect(bodiesOf(C, 'abort')).toEqual([]);
  });

  it('is the same whatever its comments and blanks say, and another where a token is', () => {
    const hash = (text: string) => hashesIn([text])['user_mem_abort'];
    expect(hash(C.replace('b++;', '/* why */   b++; // so'))).toBe(hash(C));
    expect(hash(C.replace('b++', 'b--'))).not.toBe(hash(C));
    expect(hash(C.replace('int b)', 'long b)'))).not.toBe(hash(C));
    expect(hash('int other(void)\n{\n}\n')).toBe(null);
  });

  it('is looked for in packages of the source of Linux alone', () => {
    const names = ['linux-source-7.3', 'linux-source', 'linux-source-7.3-rt', 'linux-image-7.3'];
    expect(names.filter(isSource)).toEqual(['linux-source-7.3']);
  });
});

describe('the functions behind the rules', () => {
  it('are named for each question that is asked about a kernel', () => {
    expect(Object.keys(FUNCTIONS).toSorted()).toEqual(Object.keys(QUESTIONS).toSorted());
    for (const names of Object.values(FUNCTIONS)) expect(names.length).toBeGreaterThan(0);
  });

  it('are each in a kernel that the lab asked, and all kernels of the lab are in the record', () => {
    const nowhere = WATCHED.filter((name) => record.held.every((one) => !one.functions[name]));
    expect(nowhere).toEqual([]);
    for (const { functions } of [...record.held, ...record.others])
      expect(Object.keys(functions)).toEqual(WATCHED);
    const seen = readFileSync(join(root, 'content/data/observations/7.3.4-max.json'), 'utf8');
    const held = record.held.map(({ version }) => version);
    expect(held).toContain(/"packageVersion":"([^"]+)"/.exec(seen)?.[1]);
    expect(held.map(linuxOf)).toEqual(['6.1.176', '6.12.95', '6.17.13', '7.3.4']);
  });

  it('say what the facts say: kernels before the series have no check of cacheability', () => {
    const has = (version: string) =>
      record.held.find((one) => linuxOf(one.version) === version)?.functions ?? {};
    for (const old of ['6.1.176', '6.12.95']) expect(has(old)['kvm_vma_is_cacheable']).toBe(null);
    for (const since of ['6.17.13', '7.3.4'])
      expect(has(since)['kvm_vma_is_cacheable']).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('changes that were read', () => {
  const known = JSON.parse(
    readFileSync(join(root, 'content/data/read-changes.json'), 'utf8'),
  ) as ReadChange[];
  const drifts = record.others.flatMap((one) => nearest(record, one, known) ?? []);

  it('are all of the kernels in the record, and none of another', () => {
    expect(drifts.flatMap(({ doubt }) => doubt)).toEqual([]);
    const used = new Set(drifts.flatMap(({ read }) => read));
    expect(known.filter((one) => !used.has(one))).toEqual([]);
  });

  it('are none that the newest text does not show: 6.12.117 sizes blocks as 7.3 does', () => {
    const shift = (linux: string) =>
      [...record.held, ...record.others].find(({ version }) => linuxOf(version) === linux)
        ?.functions['get_vma_page_shift'];
    expect(shift('6.12.117')).toBe(shift('7.3.4'));
    expect(shift('6.12.95')).not.toBe(shift('7.3.4'));
  });
});

const text = (version: string, functions: Record<string, string | null>): KernelText => ({
  package: 'linux-source',
  version,
  suite: 'sid',
  functions: { ...Object.fromEntries(WATCHED.map((name) => [name, 'same'])), ...functions },
});

describe('a newer kernel', () => {
  const old = text('7.3.4-1', { gmem_abort: null });
  it('with the same text puts nothing in doubt', () => {
    const same = drift(old, text('7.3.9-1', { gmem_abort: null }));
    expect(same.doubt).toEqual([]);
    expect(driftInWords(same)).toEqual([
      `Linux 7.3.9: all ${WATCHED.length - 1} functions as in 7.3.4`,
    ]);
  });

  it('names what changed, went and came, and every question behind it', () => {
    const other = drift(
      old,
      text('7.4.1-1', { get_vma_page_shift: 'other', kvm_toggle_cache: null }),
    );
    expect(other).toMatchObject({
      changed: ['get_vma_page_shift'],
      gone: ['kvm_toggle_cache'],
      added: ['gmem_abort'],
      doubt: ['cacheToggle', 'granule', 'handleFault', 'handleGuestMemfdFault', 'vmaPageShift'],
    });
    expect(driftInWords(other).join('\n')).toContain('3 of');
    for (const name of WATCHED) expect(questionsOf(name).length).toBeGreaterThan(0);
  });

  it('whose change was read puts nothing in doubt, and another change of the same function does', () => {
    const change: ReadChange = {
      name: 'kvm_toggle_cache',
      from: 'same',
      to: 'moved',
      answers: 'same',
      says: 'Lines moved.',
    };
    const read = drift(old, text('7.4.1-1', { kvm_toggle_cache: 'moved', gmem_abort: null }), [
      change,
    ]);
    expect([read.doubt, read.read]).toEqual([[], [change]]);
    expect(driftInWords(read)[1]).toBe('  kvm_toggle_cache, read, the same answers: Lines moved.');
    const other = text('7.4.1-1', { kvm_toggle_cache: 'else', gmem_abort: null });
    expect(drift(old, other, [change]).doubt).toEqual(['cacheToggle']);
    const isNew: ReadChange = { ...change, name: 'gmem_abort', from: null, to: 'same' };
    expect(drift(old, text('7.4.1-1', {}), [isNew])).toMatchObject({ doubt: [], read: [isNew] });
    expect(drift(old, text('7.4.1-1', { gmem_abort: 'x' }), [isNew]).doubt).not.toEqual([]);
  });

  it('is held against its own series, else against what it is most like', () => {
    const far = text('6.12.95-1', { user_mem_abort: 'old', gmem_abort: null });
    const kept: TextRecord = { date: '2026-12-01', held: [far, old], others: [] };
    const from = (version: string) => nearest(kept, text(version, {}))?.from.version;
    expect(from('6.12.117-1')).toBe('6.12.95-1');
    expect(from('7.2.13-1')).toBe('7.3.4-1');
    expect(nearest({ ...kept, held: [] }, old)).toBe(null);
  });

  it('is told from an older one by numbers', () => {
    const sorted = ['6.12.117-1', '6.12.95-1~bpo12+1', '7.10-1', '7.3.4-1', '7.3-1'].toSorted(
      byAge,
    );
    expect(sorted).toEqual(['6.12.95-1~bpo12+1', '6.12.117-1', '7.3-1', '7.3.4-1', '7.10-1']);
  });
});
