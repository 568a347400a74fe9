import { breakItStatic } from '../../../src/figures/break-it/static.ts';
import { combineStatic } from '../../../src/figures/combine/static.ts';
import { decideStatic } from '../../../src/figures/decide/static.ts';
import { drawingStatic } from '../../../src/figures/drawing/static.ts';
import { DRAWINGS, drawingNamed } from '../../../src/figures/drawing/list.ts';
import { migrationStatic } from '../../../src/figures/migration/static.ts';
import { toHtmlString, type HNode } from '../../../src/figures/show/node.ts';
import type { ListedCpu } from '../../../src/figures/tables/listed-cpu.ts';
import { answerTable } from '../../../src/figures/host/answer-table.ts';
import type { HostData } from '../../../src/figures/host/answers.ts';
import { moveTable } from '../../../src/figures/host/move-table.ts';
import { hostStatic } from '../../../src/figures/host/static.ts';
import { numbersStatic } from '../../../src/figures/numbers/static.ts';
import { presetOf } from '../../../src/figures/verdicts/case.ts';
import { verdictsStatic } from '../../../src/figures/verdicts/static.ts';
import { spaceData, spaceStatic } from '../../../src/figures/space/static.ts';
import { stepperStatic } from '../../../src/figures/stepper/static.ts';

/** Two CPUs: one that everything is known of, one whose DIC nobody has read. */
export const CPUS: readonly ListedCpu[] = [
  {
    cpu: 'Arm Neoverse V1',
    midr: '0x411fd402',
    fwb: 1,
    idc: 1,
    dic: 1,
    evidence: 'a model',
    source: ['QEMU-CPU'],
    status: 'confirmed',
  },
  {
    cpu: 'NVIDIA Grace',
    fwb: 1,
    idc: null,
    dic: null,
    evidence: 'its core',
    source: ['QEMU-CPU'],
    status: 'inferred',
  },
];

/** What a page has of hosts, with those CPUs. */
const ANSWERS = answerTable();
export const HOSTS: HostData = { cpus: CPUS, answers: ANSWERS, moves: moveTable(ANSWERS) };

/** Each figure as its Astro component writes it: the element around its static HTML. */
const FIGURES: Record<string, { open: string; nodes: () => readonly HNode[]; tool?: true }> = {
  decide: { open: '<stage-decide id="decide">', nodes: () => decideStatic({}) },
  combine: { open: '<stage-combine id="combine">', nodes: combineStatic },
  migration: { open: '<stage-migration id="migration">', nodes: migrationStatic },
  verdicts: {
    open: '<stage-verdicts id="verdicts" data-vma="cacheable" data-guest="wb">',
    nodes: () => verdictsStatic(presetOf('cacheable', 'wb')),
  },
  space: {
    open: `<stage-space id="space" data-first="error-on-creation" data-space='${spaceData()}'>`,
    nodes: spaceStatic,
  },
  stepper: {
    open: '<stage-stepper id="stepper" data-name="stepper">',
    nodes: () => stepperStatic({ policy: 'fallback-to-device', property: 'noLeak' }),
  },
  numbers: { open: '<stage-numbers data-name="numbers">', nodes: numbersStatic, tool: true },
  'will-it-work': {
    open: `<stage-host data-name="will-it-work" data-hosts='${JSON.stringify(HOSTS)}'>`,
    nodes: () => hostStatic(HOSTS),
    tool: true,
  },
  'break-it': { open: '<stage-break-it id="break-it">', nodes: breakItStatic },
};

/** Drawings stand beside the other figures, each under its name. */
const drawings = await Promise.all(Object.keys(DRAWINGS).map(drawingNamed));
for (const drawing of drawings) {
  const { name, fields } = drawing;
  const choices = fields.length > 0 ? ' data-fields' : '';
  FIGURES[name] = {
    open: `<stage-drawing id="drawing-${name}" data-name="${name}"${choices}>`,
    nodes: () => drawingStatic(drawing),
  };
}

/** The names of all figures. */
export const FIGURE_NAMES: readonly string[] = Object.keys(FIGURES);

/** The script that a page with a figure loads. */
export const scriptOf = (name: string): 'figures' | 'tools' =>
  FIGURES[name]?.tool ? 'tools' : 'figures';

/** The static HTML of a figure. */
export function figureHtml(name: string): string {
  const figure = FIGURES[name];
  if (!figure) throw new Error(`no figure ${name}`);
  const tag = /^<([\w-]+)/.exec(figure.open)?.[1];
  return `${figure.open}${figure.nodes().map(toHtmlString).join('')}</${tag}>`;
}
