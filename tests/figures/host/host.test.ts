import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf as answersIn } from '../../../src/figures/host/answers.ts';
import { cpuNamed, cpuWithMidr } from '../../../src/figures/host/cpu.ts';
import { linkTo, readLink } from '../../../src/figures/host/link.ts';
import { moveNodes } from '../../../src/figures/host/move.ts';
import { observationOf } from '../../../src/figures/host/probe.ts';
import { readHost } from '../../../src/figures/host/read.ts';
import { factsOf, PRESET, withCpu } from '../../../src/figures/host/state.ts';
import { takeAlong, type Form } from '../../../src/figures/host/take-along.ts';
import { parts } from '../../../src/figures/host/view.ts';
import { outcomeOf } from '../../../src/figures/migration/lane.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { recorded } from '../../../src/observations/schema.ts';
import { readProbe } from '../../../src/observations/probe.ts';
import { hostFacts } from '../../../src/triage/host-facts.ts';
import { triage } from '../../../src/triage/index.ts';
import type { Fact } from '../../../src/triage/read/notebook.ts';
import { ran } from '../../cli/outside.ts';
import { MORE, ROWS } from '../../triage/support/cases.ts';
import { CPUS, HOSTS } from '../support/html.ts';

const answersOf = (facts: ReturnType<typeof factsOf>) => answersIn(facts, HOSTS.answers);
const host = (more: Record<string, string>) => factsOf({ ...PRESET, ...more }, 'a', CPUS);
const known = { 'a-fwb': '1', 'a-dic': '1', 'a-idc': '1' };
const text = (more: Record<string, string>): string =>
  Object.values(parts({ ...PRESET, ...more }, HOSTS, moveNodes))
    .flat()
    .map(toHtmlString)
    .join(' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('a host of which all is known', () => {
  // kernel.md 2, 4.2 and 5: cacheable VM_PFNMAP outside of RAM.
  it.each([
    ['7.3.4', '1', '1', '1', 'accepted', 'mapped WB'],
    ['7.3.4', '1', '0', '0', 'EINVAL', 'EFAULT'],
    ['6.17.4', '0', '1', '0', 'EINVAL', 'EFAULT'],
    ['6.12.95', '1', '1', '0', 'accepted', 'mapped Device-nGnRE'],
  ])('%s, FWB %s, DIC %s: %s, %s, %s', (kernel, fwb, dic, capability, slot, fault) => {
    const facts = host({ 'a-kernel': kernel, 'a-fwb': fwb, 'a-dic': dic });
    expect(answersOf(facts)).toMatchObject([{ capability, slot, fault }]);
  });

  // architecture.md 5: DIC is about fetches, FWB implies that no clean to the PoU is due.
  it.each([
    ['1', '1', '1', 'none'],
    ['1', '0', '1', 'invalidate instructions to the PoU'],
    ['0', '0', '1', 'clean to the PoC, invalidate instructions to the PoU'],
  ])('FWB %s, DIC %s, IDC %s: maintenance %s', (fwb, dic, idc, maintenance) =>
    expect(answersOf(host({ 'a-fwb': fwb, 'a-dic': dic, 'a-idc': idc }))).toMatchObject([
      { maintenance },
    ]),
  );
});

describe('what nobody has read', () => {
  it('is shown both ways', () => {
    const answers = answersOf(host({ 'a-fwb': 'unknown', 'a-dic': 'unknown' }));
    expect(answers.map(({ fwb, dic, capability }) => [fwb, dic, capability])).toEqual([
      [true, true, '1'],
      [true, false, '0'],
      [false, true, '0'],
      [false, false, '0'],
    ]);
    expect(answersOf(host({ ...known, 'a-kernel': '' })).map(({ kernel }) => kernel)).toEqual([
      'v6.16',
      'v6.17',
      'v7.3',
    ]);
  });

  it('is taken from the list of CPUs, with how sure that is; null stays open', () => {
    const grace = { 'a-cpu': 'NVIDIA Grace', 'a-fwb': 'unknown', 'a-dic': 'unknown' };
    expect(host(grace).told).toMatchObject({
      fwb: { bit: 1, by: 'list' },
      dic: { bit: null, by: 'nobody' },
    });
    expect(text(grace)).toMatch(/FWB 1, by the list of CPUs.*DIC: nobody has read it.*inferred/);
    expect(text({ ...grace, 'a-fwb': '0' })).toMatch(/list of CPUs has it otherwise; what was set/);
  });
});

describe('two hosts', () => {
  const to = (more: Record<string, string>) => text({ ...known, two: '1', ...more });

  // history.md: try and fail; 6.16 as destination maps it Device, and a next tenant can read what was left.
  it('may not move where the destination refuses, and may leak where it falls back', () => {
    expect(to({ 'b-kernel': '7.3.4', 'b-fwb': '1', 'b-dic': '1' })).toMatch(
      /the second\? .*survives/,
    );
    expect(to({ 'b-kernel': '7.3.4', 'b-fwb': '0', 'b-dic': '0' })).toMatch(
      /destination refuses|refused|called off/,
    );
    expect(to({ 'b-kernel': '6.12.95', 'b-fwb': '0', 'b-dic': '0' })).toMatch(
      /arrives, and can leak Mapped normal before, device now/,
    );
    expect(to({ 'b-kernel': '7.3.4', 'b-fwb': 'unknown', 'b-dic': '1' })).toMatch(
      /2 pairs of hosts are possible, and they end otherwise/,
    );
  });
});

describe('what is pasted', () => {
  it.each([
    ['CPU features: detected: Stage-2 Force Write-Back', { 'a-fwb': '1' }],
    ['CTR_EL0 = 0x8444c004', { 'a-dic': '0', 'a-idc': '0' }],
    ['ID_AA64MMFR2_EL1: 0x0000010000000000', { 'a-fwb': '1' }],
    ['Linux host 7.2.2-1-arch #1 SMP aarch64 GNU/Linux', { 'a-kernel': '7.2.2-1-arch' }],
    ['Model name: Neoverse-V1', { 'a-cpu': 'Arm Neoverse V1' }],
    ['HCR_EL2 = 0x0000400080000001', { 'a-fwb': '1' }],
  ])('%s', (pasted, set) => expect(readHost(hostFacts(pasted), 'a', CPUS).set).toMatchObject(set));

  it('is read as the field above reads it', () => {
    const keys = new Set(['fwb', 'dic', 'idc', 'kernel', 'cpu']);
    const ofHost = (facts: readonly Fact[]) => facts.filter(({ key }) => keys.has(key));
    for (const { input } of [...ROWS, ...MORE]) {
      const [own, all] = [ofHost(hostFacts(input)), ofHost(triage(input).understood)];
      // A text that complains has its kernel read more readily, and an answer of a capability says more.
      for (const fact of own) expect(all).toContainEqual(fact);
    }
  });

  it('that says nothing sets nothing', () => {
    const facts = hostFacts('hello <b>world</b>');
    expect(readHost(facts, 'a', CPUS)).toEqual({ set: {}, said: [] });
  });

  it('names a CPU by its name or by MIDR_EL1 of any revision', () => {
    expect(cpuNamed(CPUS, 'neoverse-v1')?.cpu).toBe('Arm Neoverse V1');
    expect(cpuNamed(CPUS, 'n')).toBeNull();
    expect(cpuWithMidr(CPUS, 0x410fd401n)?.cpu).toBe('Arm Neoverse V1');
    expect(cpuWithMidr(CPUS, 0x410fd0c1n)).toBeNull();
  });
});

/** Links of form 1 as they are out there: each opens as long as the site stands. */
describe('links', () => {
  it.each([
    ['#will-it-work=1.', {}],
    ['#will-it-work=1.a-kernel:6.17.4,a-dic:1', { 'a-kernel': '6.17.4', 'a-dic': '1' }],
    [
      '#will-it-work=1.a-cpu:Arm%20Neoverse%20V1,a-fwb:unknown,two:1,b-fwb:1',
      { 'a-cpu': 'Arm Neoverse V1', 'a-fwb': 'unknown', two: '1', 'b-fwb': '1' },
    ],
  ])('%s', (fragment, opens) => {
    const { values, problems } = readLink(fragment, CPUS);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ ...PRESET, ...opens });
    expect(linkTo(values, CPUS)).toBe(fragment);
  });

  it.each([
    ['#will-it-work=2.a-fwb:1', /another version/],
    ['#will-it-work=1.a-fwb:2', /for a-fwb; expected unknown, 0, 1/],
    ['#will-it-work=1.a-kernel:%3Cb%3E', /for a-kernel; expected a release/],
    ['#will-it-work=1.a-cpu:nothing', /for a-cpu; expected the name of a CPU/],
    [`#will-it-work=1.${'a'.repeat(3000)}`, /longer than any/],
  ])('%.50s says what is wrong', (fragment, said) => {
    const { values, problems } = readLink(fragment, CPUS);
    expect(problems.join(' ')).toMatch(said);
    expect(values).toEqual(PRESET);
  });

  it('of any text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (rest) => {
        expect(Object.keys(readLink(`#will-it-work=1.${rest}`, CPUS).values)).toEqual(
          Object.keys(PRESET),
        );
      }),
      { numRuns: 500 },
    );
  });
});

it('a move that is never begun arrives nowhere, also towards a host that falls back', () => {
  const values = {
    'from-fwb': '1',
    'from-dic': '1',
    'from-does': 'v7.3',
    'to-fwb': '0',
    'to-dic': '0',
    'to-does': 'v6.16',
    vma: 'cacheable',
  };
  expect(outcomeOf({ ...values, asks: '1' }).said).toMatch(/^not begun/);
  expect(outcomeOf({ ...values, asks: '0' }).said).toMatch(/^arrives, and can leak/);
});

describe('a CPU that is chosen', () => {
  const grace = { ...PRESET, 'a-cpu': 'NVIDIA Grace', 'a-fwb': '0', 'a-dic': '1' };

  it('sets its bits, and opens those that nobody has read', () => {
    const { state, note } = withCpu(grace, 'a', CPUS, new Set());
    expect(state).toMatchObject({ 'a-fwb': '1', 'a-dic': 'unknown' });
    expect(note).toMatch(/^By the list of CPUs: FWB 1, DIC not known, IDC /);
    expect(factsOf(state, 'a', CPUS).told.fwb).toEqual({ bit: 1, by: 'list' });
  });

  it('leaves the bits that were set by hand, and names those that the list has otherwise', () => {
    const { state, note } = withCpu(grace, 'a', CPUS, new Set(['a-fwb', 'a-dic']));
    expect(state).toMatchObject({ 'a-fwb': '0', 'a-dic': '1' });
    expect(note).toMatch(/Kept as you set it, and otherwise in the list: FWB 0\.$/);
  });

  it('that is none changes nothing', () => {
    expect(withCpu(PRESET, 'a', CPUS, new Set())).toEqual({ state: PRESET, note: '' });
  });
});

describe('what is taken along', () => {
  const link = 'https://stage-two.test/workbench/#will-it-work=1.';
  const taken = (form: Form, more: Record<string, string> = {}): string =>
    takeAlong(form, { state: { ...PRESET, ...more }, data: HOSTS, link, moves: moveNodes });
  const two = { two: '1', 'a-dic': '1', 'b-kernel': '7.3.4', 'b-fwb': '0', 'b-dic': '0' };

  it('for a mail has what is known, every answer and the link', () => {
    const mail = taken('markdown', two);
    expect(mail).toMatch(/\*\*The first host\*\*: kernel 7\.3\.4, .*FWB 1, DIC 1, IDC 1/);
    expect(mail).toMatch(/\| v7\.3, FWB 1, DIC 1 \| 1 \| accepted \| mapped WB \| none \|/);
    expect(mail).toMatch(/\*\*May the VM move\?\*\*\n\n- .*refuse/s);
    expect(mail.endsWith(link)).toBe(true);
  });

  it('as JSON has both hosts, and whether the VM moves', () => {
    const data = JSON.parse(taken('json', two)) as Record<string, unknown>;
    expect(data).toMatchObject({
      link,
      hosts: [
        { kernel: '7.3.4', fwb: { bit: 1 }, answers: [{ capability: '1' }] },
        { kernel: '7.3.4', fwb: { bit: 0 }, answers: [{ capability: '0', slot: 'EINVAL' }] },
      ],
    });
    expect(data['move']).toContainEqual(expect.stringMatching(/refuse/));
    expect(JSON.parse(taken('json'))).not.toHaveProperty('move');
  });

  it('as a test expects what the machine of the answers says', () => {
    const rows = taken('test', { 'a-kernel': '' }).match(/^ {2}\['.*\],$/gm);
    // Three rule sets, DIC not known: six hosts. kernel.md 2: from v6.17 on FWB without DIC is refused.
    expect(rows).toHaveLength(6);
    expect(rows).toContain("  ['v6.17', true, false, '0', 'EINVAL', 'EFAULT'],");
    expect(rows).toContain("  ['v6.16', true, false, '0', 'accepted', 'mapped'],");
  });

  it('as commands is what the terminal takes, with the same answers', () => {
    const commands = taken('command', { 'a-dic': '0' }).split('\n');
    expect(commands).toHaveLength(3);
    const said = commands.map((command) =>
      ran(command.split(' -- ')[1]?.split(' ') ?? []).out.join('\n'),
    );
    expect(said[0]).toMatch(/returns {2}0/);
    expect(said[1]).toMatch(/EINVAL/);
    expect(said[2]).toMatch(/EFAULT/);
  });
});

describe('an observation that is taken along', () => {
  const lines = [
    {
      is: 'boot',
      protocol: 2,
      release: '6.17.4',
      mode: 'VHE',
      midr: '0x410fd401',
      ctr: '0x9444c004',
      log: {},
    },
    { is: 'capability', number: 243, on: 'vm', value: 0, errno: null },
    { is: 'end', cases: 0 },
  ];

  it('has what is known, says what to fill in, and is none before that', () => {
    const run = readProbe(lines.map((line) => `@lab ${JSON.stringify(line)}`).join('\n'));
    if ('problem' in run) throw new Error(run.problem);
    const { text: copied, missing } = observationOf(
      run,
      host({ 'a-cpu': 'Arm Neoverse V1', 'a-fwb': 'unknown' }),
    );
    const made = JSON.parse(copied) as Record<string, unknown>;
    expect(made).toMatchObject({
      cpu: 'Arm Neoverse V1',
      kernel: { release: '6.17.4', package: expect.stringMatching(/^to be filled in: dpkg -S/) },
      date: expect.stringMatching(/^to be filled in/),
    });
    expect(missing.join('; ')).toMatch(/package.*date.*clidr.*mmfr2/);
    expect(recorded.safeParse(made).success).toBe(false);
  });
});
