import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asRecorded,
  compareProbe,
  readProbe,
  type ProbeRun,
} from '../../src/observations/probe.ts';
import { isProbe } from '../../src/observations/probe-mark.ts';
import { recorded, type Recorded } from '../../src/observations/schema.ts';

/** What a real kernel answered, as the probe would have printed it: without what only the module sees. */
function printed(file: string, log: { fwb: boolean | null; dic: boolean | null }): string {
  const run = JSON.parse(
    readFileSync(new URL(`../../content/data/observations/${file}`, import.meta.url), 'utf8'),
  ) as Recorded;
  const cases = run.cases.filter(
    ({ vma, second, then }) =>
      vma.by === 'anonymous' && second === null && (then === null || then.move === 'flags'),
  );
  const unseen = { map: [], relax: [], maintenance: [], leaf: null, frames: null, host: null };
  const lines = [
    {
      is: 'boot',
      protocol: run.protocol,
      by: 'probe',
      release: run.kernel.release,
      mode: run.mode,
      midr: run.registers.midr,
      ctr: run.registers.ctr,
      mmfr2: null,
      clidr: null,
      mmfr2User: '0x0',
      log,
    },
    ...(['kvm', 'vm'] as const).map((on) => ({
      is: 'capability',
      number: 243,
      on,
      ...run.capability[on],
    })),
    ...cases.map((one) => ({ is: 'case', ...one, ...unseen })),
    { is: 'end', cases: cases.length },
  ];
  return lines.map((line) => `@lab ${JSON.stringify(line)}`).join('\n');
}

function readOf(text: string): ProbeRun {
  const run = readProbe(text);
  if ('problem' in run) throw new Error(run.problem);
  return run;
}

const V1 = { fwb: true, dic: true };

describe('what real kernels answered, as the probe prints it', () => {
  it.each([
    ['7.3.4-neoverse-v1.json', V1],
    ['7.3.4-cortex-a710.json', { fwb: true, dic: false }],
    ['7.3.4-neoverse-n1.json', { fwb: false, dic: false }],
    ['6.12.95-neoverse-v1.json', V1],
  ])('%s differs in no row', (file, host) => {
    const run = readOf(printed(file, host));
    expect(run).toMatchObject({ ...host, whole: true, problems: [] });
    const rows = compareProbe(run, host);
    expect(rows.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(10);
    expect(rows.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
  });

  it('a host that is not that one differs where the capability tells', () => {
    const run = readOf(printed('7.3.4-neoverse-v1.json', V1));
    const rows = compareProbe(run, { fwb: true, dic: false });
    expect(rows.filter(({ verdict }) => verdict === 'differs')).toMatchObject([
      { point: 'capability on the VM', seen: '1', model: '0' },
    ]);
  });

  it('an answer that no kernel gives differs, with the steps of the model', () => {
    const text = printed('7.3.4-neoverse-v1.json', V1).replace(
      /("id":"anonymous-load".*?"slot":\{"flags":\[\],"errno":)null/,
      '$1"EINVAL"',
    );
    const [row, ...more] = compareProbe(readOf(text), V1).filter(
      (one) => one.verdict === 'differs',
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id: 'anonymous-load', point: 'memslot', seen: 'EINVAL' });
    expect(row?.decisions[0]?.because.length).toBeGreaterThan(2);
  });

  it('becomes an observation whose cases and members have the form of the recorded ones', () => {
    const run = asRecorded(readOf(printed('7.3.4-neoverse-v1.json', V1)), V1);
    const { driver: _, ...shape } = recorded.shape;
    expect(Object.keys(run).toSorted()).toEqual(Object.keys(shape).toSorted());
    expect(recorded.shape.cases.safeParse(run.cases).success).toBe(true);
    expect(recorded.shape.registers.safeParse(run.registers).success).toBe(true);
    expect(recorded.shape.capability.safeParse(run.capability).success).toBe(true);
  });
});

describe('what is no whole run', () => {
  const whole = printed('7.3.4-neoverse-v1.json', V1);

  it('is found in a mail that quotes it, and named where a part is missing', () => {
    expect(readOf(whole.replaceAll(/^/gm, '> ')).problems).toEqual([]);
    expect(readOf(whole.replace(/@lab \{"is":"end".*/, '')).problems.join()).toMatch(
      /line "end" is missing/,
    );
    expect(readOf(whole.replace('"anonymous-load"', '"anonymous-load')).problems.join()).toMatch(
      /1 lines are torn/,
    );
    expect(readProbe(whole.replace(/.*"boot".*\n/, ''))).toMatchObject({
      problem: expect.stringMatching(/No line "boot"/) as string,
    });
    expect(readProbe(whole.replace('"protocol":2', '"protocol":9'))).toMatchObject({
      problem: expect.stringMatching(/Protocol 9/) as string,
    });
  });

  it('never throws, whatever stands in its lines', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const boot = '@lab {"is":"boot","protocol":2,"release":"7.3.4","ctr":"0x1","midr":null}\n';
    const line = fc.record(
      {
        is: fc.constant('case'),
        id: fc.oneof(fc.constant('anonymous-load'), value),
        vma: fc.oneof(
          fc.record({
            by: fc.constant('memfd'),
            flags: fc.constant(['VM_READ']),
            pgprot: value,
            attrIndx: value,
          }),
          value,
        ),
        second: fc.constant(null),
        slot: fc.oneof(fc.record({ flags: fc.constant([]), errno: value }), value),
        // oxlint-disable-next-line unicorn/no-thenable -- the protocol calls it so, and nothing awaits a case
        then: fc.oneof(fc.constant(null), value),
        guest: fc.oneof(
          fc.record({ op: fc.constant('load'), mmu: fc.boolean(), at: value }),
          value,
        ),
        run: fc.oneof(fc.constant(null), value),
      },
      { requiredKeys: ['is'] },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.string(), (lines, noise) => {
        const text = boot + noise + lines.map((one) => `\n@lab ${JSON.stringify(one)}`).join('');
        expect(isProbe(text)).toBe(true);
        expect(compareProbe(readOf(text), V1).length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});
