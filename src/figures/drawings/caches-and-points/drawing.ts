import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import { sourceLinks } from '../../show/steps.ts';
import { caches } from '../caches/scene.ts';
import type { Core, Held, Lines, Place, Scene } from '../caches/scene.ts';

/** What one maintenance instruction of core 0 works on. Source: ARM-ARM, as the chapter cites it. */
interface Instruction {
  readonly name: string;
  /** How far down it works; null for set and way, which works on one level of one core. */
  readonly to: 'PoU' | 'PoC' | null;
  /** What becomes of the lines of that address. */
  readonly does: 'clean' | 'clean and invalidate' | 'invalidate instructions';
  readonly says: string;
}

const INSTRUCTIONS: Readonly<Record<string, Instruction>> = {
  cvau: {
    name: 'DC CVAU',
    to: 'PoU',
    does: 'clean',
    says: 'cleans the line of that address, whichever core has it, down to the PoU: L2 has the new value, and memory may still be old.',
  },
  cvac: {
    name: 'DC CVAC',
    to: 'PoC',
    does: 'clean',
    says: 'cleans the line of that address, whichever core has it, down to the PoC: memory has the new value, and the line stays where it is.',
  },
  civac: {
    name: 'DC CIVAC',
    to: 'PoC',
    does: 'clean and invalidate',
    says: 'cleans the line of that address, whichever core has it, down to the PoC and throws it away: the next load has to fetch it from memory.',
  },
  ivau: {
    name: 'IC IVAU',
    to: 'PoU',
    does: 'invalidate instructions',
    says: 'throws away the line of that address in the instruction caches of both cores. It touches no data: what a data cache holds dirty stays there.',
  },
  setway: {
    name: 'DC CSW, level 1',
    to: null,
    does: 'clean',
    says: 'cleans one place of one level, named by set and way, and of its own core alone.',
  },
};

/** What stands where after a core has written through its cache, and both had fetched before. */
const written = (by: Core): Lines => ({
  l1i0: { value: 'old' },
  l1i1: { value: 'old' },
  l2: { value: 'old' },
  memory: { value: 'old' },
  [`l1d${by}`]: { value: 'new', state: 'dirty' },
});

/** What the instruction of core 0 changes of it; nothing where it does not reach the line. */
function worked(by: Core, { to, does }: Instruction): Lines {
  const from = `l1d${by}` as const;
  if (does === 'invalidate instructions') return { l1i0: null, l1i1: null };
  if (to === null && by === 1) return {};
  const copy: Held = { value: 'new', from };
  const gone = does === 'clean and invalidate';
  return {
    [from]: gone ? null : { value: 'new', state: 'clean' },
    l2: gone ? null : copy,
    ...(to === 'PoC' && { memory: copy }),
  };
}

/** What the other core then finds by a load and by a fetch. */
function found(by: Core, lines: Lines): Lines {
  const other = by === 0 ? 1 : 0;
  const nearest: Place = lines[`l1d${by}`] ? `l1d${by}` : 'memory';
  const code: Held = lines[`l1i${other}`] ?? { value: lines.l2?.value ?? 'new', from: 'l2' };
  return { [`l1d${other}`]: { value: 'new', from: nearest }, [`l1i${other}`]: code };
}

function frames(values: Values): Frame[] {
  const instruction = INSTRUCTIONS[values['instruction'] ?? ''] ?? INSTRUCTIONS['cvac'];
  const { name, to, says } = instruction as Instruction;
  const by: Core = values['writer'] === '1' ? 1 : 0;
  const other: Core = by === 0 ? 1 : 0;
  const before = written(by);
  const changed = worked(by, instruction as Instruction);
  const after: Lines = { ...before, ...changed };
  const last = found(by, after);
  const inMemory = after.memory?.value ?? 'old';
  const code = last[`l1i${other}`]?.value ?? 'old';
  const both = (core: Core, own: string, others: string): readonly [string, string] =>
    core === 0 ? [own, others] : [others, own];
  const scene = (more: Partial<Scene>): Scene => ({
    cores: ['', ''],
    held: before,
    worked: [],
    to: null,
    past: null,
    ...more,
  });
  const missed = to === null && by === 1 ? ' The line is in core 1, so nothing happens to it.' : '';
  return [
    {
      svg: caches(scene({ cores: both(by, 'writes new', ''), acts: by, worked: [`l1d${by}`] })),
      title: `Core ${by} writes`,
      says: `Core ${by} writes a new value. It stands in its L1 data cache, dirty. L2, memory and both instruction caches still have the old one.`,
      text: [
        `The new value stands in the L1 data cache of core ${by} and nowhere else. `,
        sourceLinks(['ARM-ARM']),
      ],
    },
    {
      svg: caches(
        scene({
          cores: [name, ''],
          acts: 0,
          held: after,
          worked: Object.keys(changed) as Place[],
          to,
        }),
      ),
      title: to === null ? `${name} reaches one cache` : `${name} reaches the ${to}`,
      says: `Core 0 issues ${name}. It ${says}${missed}`,
      text: [`${name} ${says}${missed} `, sourceLinks(['ARM-ARM'])],
    },
    {
      svg: caches(
        scene({
          cores: both(by, '', `loads new, fetches ${code}`),
          acts: other,
          held: { ...after, ...last },
          worked: [`l1d${other}`, `l1i${other}`],
          past: `reads ${inMemory}`,
        }),
      ),
      title: 'Who finds the new value',
      says: `Core ${other} loads the new value, for data caches are coherent. As an instruction it may fetch the ${code} one. Whoever reads past the caches finds ${inMemory === 'new' ? 'the new value' : 'the old value, as long as nothing writes the line back'}.`,
      text: [
        inMemory === 'new'
          ? 'A load finds it, and so does whoever reads past the caches. A fetch may find the old value: no one instruction mends both.'
          : 'A load finds it. A fetch and a reader past the caches may find the old value.',
        ' ',
        sourceLinks(['ARM-ARM']),
      ],
      verdict: inMemory === 'new' ? 'found' : 'stale',
      word: inMemory === 'new' ? 'memory has it' : 'memory is old',
    },
  ];
}

/** Two cores, their caches, how far down each instruction works, and who then finds what. */
export const drawing: Drawing = {
  name: 'caches-and-points',
  fields: [
    {
      key: 'instruction',
      label: 'Core 0 issues',
      shape: 'radio',
      options: Object.entries(INSTRUCTIONS).map(([key, { name }]) => [key, name]),
    },
    {
      key: 'writer',
      label: 'Written by',
      shape: 'radio',
      options: [
        ['0', 'core 0'],
        ['1', 'core 1'],
      ],
    },
  ],
  preset: { instruction: 'cvac', writer: '0' },
  frames,
};
