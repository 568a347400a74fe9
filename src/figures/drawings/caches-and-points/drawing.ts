import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { sourceLinks } from '../../show/steps.ts';
import type { HNode } from '../../show/node.ts';
import type { Values } from '../../form/field.ts';
import { caches } from '../caches/scene.ts';
import type { Done } from '../caches/scene.ts';

/** What one maintenance instruction of core 0 reaches. */
interface Reach {
  readonly name: string;
  readonly done: Done;
  /** How far down it works; null for set and way, which works on one level. */
  readonly to: 'PoU' | 'PoC' | null;
  readonly says: string;
}

const BOTH_L1D = (word: string): Done => ({ l1d0: word, l1d1: word });

/** Source: ARM-ARM, as the chapter cites it: by address to a point, by set and way one level. */
const REACHES: Readonly<Record<string, Reach>> = {
  cvau: {
    name: 'DC CVAU',
    done: { ...BOTH_L1D('clean'), l2: 'has it now' },
    to: 'PoU',
    says: 'cleans the line of that address in the data caches of both cores, down to the PoU. Memory may still be old, and the instruction caches keep what they have.',
  },
  cvac: {
    name: 'DC CVAC',
    done: { ...BOTH_L1D('clean'), l2: 'clean', memory: 'has it now' },
    to: 'PoC',
    says: 'cleans the line of that address down to the PoC: memory has the newest value, and the line stays where it is.',
  },
  civac: {
    name: 'DC CIVAC',
    done: { ...BOTH_L1D('gone'), l2: 'gone', memory: 'has it now' },
    to: 'PoC',
    says: 'cleans the line of that address down to the PoC and throws it away: memory has the newest value, and the next read has to fetch it there.',
  },
  ivau: {
    name: 'IC IVAU',
    done: { l1i0: 'line gone', l1i1: 'line gone' },
    to: 'PoU',
    says: 'throws away the line of that address in the instruction caches of both cores. It touches no data: what a data cache holds dirty stays there.',
  },
  setway: {
    name: 'DC CSW, level 1',
    done: { l1d0: 'one line' },
    to: null,
    says: 'cleans one place of one level, named by set and way, in this core alone. The other core and L2 are not reached, so nothing is coherent for anyone else.',
  },
};

const reachOf = (values: Values): Reach =>
  (REACHES[values['instruction'] ?? ''] ?? REACHES['cvac']) as Reach;

function frame(values: Values): Frame {
  const { name, done, to, says } = reachOf(values);
  return {
    svg: caches(done, to),
    title: to === null ? `${name} reaches one cache` : `${name} reaches the ${to}`,
    says: `Core 0 issues ${name}. It ${says}`,
  };
}

const words = (values: Values): HNode[] => {
  const { name, says } = reachOf(values);
  return [`${name} ${says} `, sourceLinks(['ARM-ARM'])];
};

/** Two cores, their caches, and how far down each instruction works. */
export const drawing: Drawing = {
  name: 'caches-and-points',
  fields: [
    {
      key: 'instruction',
      label: 'Core 0 issues',
      shape: 'radio',
      options: Object.entries(REACHES).map(([key, { name }]) => [key, name]),
    },
  ],
  preset: { instruction: 'cvac' },
  frames: (values) => [frame(values)],
  words,
};
