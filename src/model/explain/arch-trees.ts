import type { Stage2Leaf } from '../arch/leaf/leaf.ts';
import type { Maintenance, Operation } from '../arch/maintenance/maintenance.ts';
import { memoryName } from '../arch/memory-name.ts';
import type { Register } from '../arch/registers/register.ts';
import type { Stage2Fault } from '../arch/registers/stage2-fault.ts';
import type { Stage1Attributes } from '../arch/stage1/stage1.ts';
import type { Stage1Leaf } from '../arch/stage1-leaf/leaf-of.ts';
import type { Step } from '../base/step.ts';
import type { Ptdump } from '../kvm/ptdump/read.ts';
import { combinedFacts } from './attribute-facts.ts';
import { errorFacts } from './error-facts.ts';
import { factText, fieldFacts, findingFacts } from './field-lines.ts';
import { FULL_LANGUAGE } from './full-language.ts';
import { showStep } from './show-step.ts';
import type { Fact, ShowTree } from './show-tree.ts';

/** What the architecture answers beside attributes, and what Linux prints of its tables. */
export type ArchValue =
  Register | Stage2Leaf | Stage1Leaf | Stage2Fault | Stage1Attributes | Maintenance | Ptdump;

/** Tells those answers from all other values by the kind that they carry. */
export function isArchValue(value: unknown): value is ArchValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !('question' in value && 'because' in value) &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(TITLES, value.kind)
  );
}

/** An answer of the architecture as a tree. */
export function archTree(value: ArchValue): ShowTree {
  if (value.error) {
    return {
      kind: 'value',
      text: factText(`invalid (${TITLES[value.kind]})`, errorFacts(value.error)),
    };
  }
  switch (value.kind) {
    case 'register':
      return text(`${value.name} ${value.value} (${value.title})`, [
        ...fieldFacts(value.fields),
        ...findingFacts(value.findings),
      ]);
    case 'leaf':
      return leafTree(value);
    case 'stage1-leaf':
      return text(
        `${value.type} of ${value.regime}, level ${value.level}, granule ${value.granule}, ${value.value}`,
        [...leafPlace(value), ...fieldFacts(value.fields), ...findingFacts(value.findings)],
      );
    case 'stage1':
      return stage1Tree(value);
    case 'ptdump':
      return text(
        `stage ${value.stage}, ${value.from} to ${value.to}, level ${value.level}`,
        ptdumpFacts(value),
      );
    case 'stage2-fault':
      return text(
        `${value.fault ?? 'none'} (${TITLES[value.kind]})`,
        faultFacts(value),
        value.because,
      );
    case 'maintenance':
      return text(TITLES[value.kind], maintenanceFacts(value), value.because);
  }
}

const TITLES: Readonly<Record<ArchValue['kind'], string>> = {
  register: 'register',
  leaf: 'stage-2 descriptor',
  'stage1-leaf': 'stage-1 descriptor',
  ptdump: 'line of a page-table dump',
  'stage2-fault': 'stage-2 fault',
  stage1: 'stage 1',
  maintenance: 'cache maintenance that remains',
};

function text(headline: string, facts: readonly Fact[], steps: readonly Step[] = []): ShowTree {
  return { kind: 'value', text: factText(headline, facts, steps) };
}

function leafTree(leaf: Stage2Leaf): ShowTree {
  const facts = [...fieldFacts(leaf.fields), ...findingFacts(leaf.findings)];
  const title = `${leaf.type}, level ${leaf.level}, granule ${leaf.granule}, ${leaf.value}`;
  if (leaf.memory === null) return text(title, facts);
  const address: Fact = ['output address', String(leaf.outputAddress)];
  return {
    kind: 'attributes',
    title,
    memory: memoryName(leaf.memory),
    facts: [address, ...facts],
    alternatives: [],
    steps: [],
  };
}

const leafPlace = ({ outputAddress, attrIndx }: Stage1Leaf): Fact[] =>
  attrIndx === null
    ? []
    : [
        ['output address', String(outputAddress)],
        ['memory type', `byte ${attrIndx} of MAIR_ELx`],
      ];

function ptdumpFacts({ stage, empty, fields, unknown }: Ptdump): Fact[] {
  if (empty) return [['mapped', 'nothing']];
  const type: Fact[] = stage === 2 ? [['memory type', 'not told by a line of stage 2']] : [];
  const told = fields.map(({ name, hi, lo, word, says }): Fact => {
    const bits = hi === lo ? String(hi) : `${hi}:${lo}`;
    return [`${bits.padEnd(5)} ${name}`, word === null || word === '' ? says : `${word}: ${says}`];
  });
  return [...told, ...type, ...unknown.map((word): Fact => ['not known', word])];
}

function stage1Tree(stage1: Stage1Attributes): ShowTree {
  const { inner, outer, tagged, xs } = stage1;
  const plain = { inner, outer, tagged, xs, shareability: null, noTagAccess: null };
  const hands: Fact = ['hands to stage 2', stage1.shareabilities.join(' or ')];
  return {
    kind: 'attributes',
    title: `stage 1 ${stage1.on === true ? 'on' : 'off'}`,
    memory: memoryName(stage1),
    facts: [...combinedFacts(plain), hands],
    alternatives: [],
    steps: stage1.because.map((step) => showStep(step, FULL_LANGUAGE)),
  };
}

function faultFacts({ access, level, ipa, ipaPage, va }: Stage2Fault): Fact[] {
  const facts: Fact[] = [];
  if (access !== null) facts.push(['access', access]);
  if (level !== null) facts.push(['level', String(level)]);
  if (ipa !== null) facts.push(['IPA', ipa]);
  else if (ipaPage !== null) facts.push(['page of the IPA', ipaPage]);
  if (va !== null) facts.push(['VA', va]);
  return facts;
}

function maintenanceFacts(maintenance: Maintenance): Fact[] {
  const { cleanToPoC, cleanToPoU, invalidateIToPoU, findings } = maintenance;
  return [
    ['clean to PoC', operation(cleanToPoC)],
    ['clean to PoU', operation(cleanToPoU)],
    ['invalidate I to PoU', operation(invalidateIToPoU)],
    ...findings.map(({ field, permitted }): Fact => [`finding: ${field}`, permitted]),
  ];
}

function operation(op: Operation | null): string {
  if (op?.needed !== true) return 'not needed';
  return `needed: ${op.instructions.join(' or ')}; ${op.address}`;
}
