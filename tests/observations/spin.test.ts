import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { promelaOf, PROPERTIES, situation, verdicts } from '../../src/model/index.ts';
import {
  counterexamples,
  judgedSetups,
  spinPartings,
  type SpinRecord,
} from '../../src/observations/witness/spin.ts';
import { root } from '../../src/root.ts';

const record = JSON.parse(
  readFileSync(join(root, 'content/data/witnesses/spin.json'), 'utf8'),
) as SpinRecord;
const judged = judgedSetups();
const examples = counterexamples();

describe('Spin, as recorded', () => {
  it('says what the machine says of every set-up, and of every way to a break as many steps', () => {
    expect(spinPartings(record, judged, examples)).toEqual([]);
    expect(record.setups).toHaveLength(judged.length);
    expect(record.programs).toHaveLength(examples.length);
  });

  it('was asked about breaks and about what holds, of each property', () => {
    for (const property of PROPERTIES) {
      const broken = record.setups.filter((one) => one.broken.includes(property)).length;
      expect(broken).toBeGreaterThan(0);
      expect(broken).toBeLessThan(record.setups.length);
      expect(examples.some((one) => one.property === property)).toBe(true);
    }
  });

  it('visited the states of the machine, and made its moves', () => {
    const { machines, states, transitions } = verdicts();
    expect(machines).toBe(record.setups.length);
    // Spin's own first state, and the choice of a set-up.
    expect(record.states).toBe(states + 1);
    expect(record.transitions).toBe(transitions + machines + 1);
  });
});

describe('a record of Spin that says otherwise', () => {
  it('is found, whichever verdict it is', () => {
    for (const [i, one] of record.setups.entries()) {
      const broken = one.broken.length === 0 ? ['noLeak'] : [];
      const setups = record.setups.with(i, { ...one, broken });
      const found = spinPartings({ ...record, setups }, judged, examples);
      expect(found).toEqual([expect.stringContaining(one.row)]);
    }
  });

  it('is found where a way has another length, or there is none', () => {
    for (const [i, one] of record.programs.entries()) {
      for (const steps of [null, (one.steps ?? 0) + 1]) {
        const programs = record.programs.with(i, { ...one, steps });
        expect(spinPartings({ ...record, programs }, judged, examples)).toHaveLength(1);
      }
    }
  });

  it('is found where it was not asked, or of another program', () => {
    const none = spinPartings({ ...record, setups: [], programs: [] }, judged, examples);
    expect(none).toHaveLength(judged.length + examples.length);
    expect(none[0]).toContain('npm run witness -- --record');
  });
});

describe('a page in Promela', () => {
  const setup = situation({ policy: 'fallback-to-device', host: { fwb: false, dic: false } });
  if ('code' in setup) throw new Error(setup.received);

  it('asserts one property, and says its remarks where no remark can end early', () => {
    const text = promelaOf(setup, 'coherent', ['a */ b']);
    expect(text.match(/assert\(false\)/g)).toHaveLength(1);
    expect(text).toContain('#define COHERENT assert(false)');
    expect(text.split('*/')[0]).toContain('a * / b');
  });
});
