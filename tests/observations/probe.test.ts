import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProbe } from '../../src/observations/compare-probe.ts';
import { probeAnswers } from '../../src/observations/probe-answers.ts';
import { rowsByAnswers } from '../../src/observations/probe-rows.ts';
import { asRecorded, readProbe, type ProbeRun } from '../../src/observations/probe.ts';
import { isProbe } from '../../src/observations/probe-mark.ts';
import { recorded } from '../../src/observations/schema.ts';
import { printed } from './support/printed.ts';

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
    expect(row?.steps.length).toBeGreaterThan(2);
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

const ANSWERS = probeAnswers();
const HOSTS = [true, false].flatMap((fwb) => [true, false].map((dic) => ({ fwb, dic })));

describe('the answers of the model, which a page has as data', () => {
  const files = readdirSync(new URL('../../content/data/observations', import.meta.url)).filter(
    (name) => name.endsWith('.json'),
  );
  /** The same cases over a file of RAM, and slots over a device, as the probe asks them too. */
  const others = (text: string) => {
    const memfd = text.replaceAll('"anonymous"', '"memfd"');
    const device = text
      .replaceAll(/.*KVM_MEM_READONLY.*\n/g, '')
      .replaceAll('"memory":"anonymous"', '"memory":"device"')
      .replaceAll('"by":"anonymous"', '"by":"device"')
      .replaceAll('"pgprot":"cacheable"', '"pgprot":null')
      .replaceAll(/"guest":\{.*?\},"run":\{.*?\}+,"map"/g, '"guest":null,"run":null,"map"');
    return [text, memfd, device];
  };

  it.each(files)('are what the model says to %s, on every host', (file) => {
    const text = printed(file, { fwb: null, dic: null });
    for (const one of others(text)) {
      const run = readOf(one);
      for (const host of HOSTS) {
        const rows = rowsByAnswers(ANSWERS, run, host);
        // A kernel with a rule beside its rule set has the model asked itself.
        const alone = file.startsWith('6.12.117');
        expect(rows).toEqual(alone ? null : compareProbe(run, host));
      }
    }
  });

  it('are what the model says where nobody has read the kernel, and where it refuses', () => {
    const whole = printed('7.3.4-neoverse-v1.json', V1);
    const texts = [
      whole.replace('7.3.4', '6.5.0-1-generic'),
      whole.replaceAll(
        /"slot":\{("flags":\[.*?\]),"errno":null\}/g,
        '"slot":{$1,"errno":"EINVAL"}',
      ),
      whole.replaceAll(/"then":\{(.*?)"errno":null\}/g, '"then":{$1"errno":"EINVAL"}'),
    ];
    for (const text of texts) {
      const run = readOf(text);
      const rows = rowsByAnswers(ANSWERS, run, V1);
      expect(rows ?? []).toEqual(rows === null ? [] : compareProbe(run, V1));
    }
    const unread = rowsByAnswers(ANSWERS, readOf(texts[0] ?? ''), V1);
    expect(unread?.map(({ why }) => why)).toContain(
      'the model has no kernel that Linux 6.5 is known to equal',
    );
  });

  it('are none where somebody asked what the probe does not', () => {
    const text = printed('7.3.4-neoverse-v1.json', V1).replace(
      '"frames":"consecutive"',
      '"frames":"repeated"',
    );
    expect(rowsByAnswers(ANSWERS, readOf(text), V1)).toBeNull();
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
        const run = readOf(text);
        const rows = compareProbe(run, V1);
        expect(rows.length).toBeGreaterThan(1);
        expect([rows, null]).toContainEqual(rowsByAnswers(ANSWERS, run, V1));
      }),
      { numRuns: 300 },
    );
  });
});
