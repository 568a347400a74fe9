import { lastWord } from '../../../model/index.ts';
import type { LastWordInput, MemoryName, PlainType } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { Values } from '../../form/field.ts';
import { sourceLinks } from '../../show/steps.ts';
import { box, leaf, memKind, picture, wire } from '../../stage/parts.ts';

interface System {
  /** What it says to the model. */
  readonly asked: Omit<LastWordInput, 'guest'>;
  /** The beginning of a sentence. */
  readonly where: string;
  readonly why: string;
}

const RISCV: System = {
  asked: { system: 'riscv' },
  where: 'On RISC-V',
  why: "A type in the guest's entry overrides the host's.",
};

/** The choices by their values. */
const SYSTEMS: Readonly<Record<string, System>> = {
  'arm-fwb': {
    asked: { system: 'arm-fwb' },
    where: 'On Arm with FWB',
    why: 'MemAttr 0110 forces Write-Back, whatever the guest says.',
  },
  arm: {
    asked: { system: 'arm' },
    where: 'On Arm without FWB',
    why: 'Of the two types the one that promises less counts.',
  },
  intel: {
    asked: { system: 'intel' },
    where: 'On Intel',
    why: 'KVM sets the bit that ignores what the guest says.',
  },
  'intel-dma': {
    asked: { system: 'intel', nonCoherentDma: true },
    where: 'On Intel, with a device that does non-coherent DMA',
    why: 'For such a VM KVM leaves the bit clear that ignores what the guest says.',
  },
  amd: {
    asked: { system: 'amd' },
    where: 'On AMD',
    why: "KVM's tables carry no type there.",
  },
  riscv: RISCV,
};

/** How each type is drawn: as the type of Arm that it is nearest to. */
const DRAWN = {
  cached: 'WB',
  uncached: 'NC',
  device: 'Device-nGnRE',
} as const satisfies Record<PlainType, MemoryName>;

function frame(values: Values): Frame {
  const { asked, where, why } = SYSTEMS[values['system'] ?? ''] ?? RISCV;
  const guest = (values['guest'] ?? 'uncached') as PlainType;
  const { type, source } = lastWord({ ...asked, guest });
  const shown = type ?? 'cached';
  const winner = guest === 'cached' ? 'both' : shown === guest ? 'guest' : 'host';
  const seen = DRAWN[shown];
  const way = (who: 'guest' | 'host', x: number) =>
    wire(
      [
        [x, 66],
        [x, 106],
      ],
      winner === who || winner === 'both' ? memKind(seen) : 'sg-dim',
      winner === who || winner === 'both' ? 'to' : null,
    );
  const title = { both: 'Both say cached', guest: 'The guest decides', host: 'The host decides' };
  return {
    svg: picture(
      140,
      box([4, 4, 170, 62], ["guest's table", `says ${guest}`], winner === 'host' ? '' : 'sg-moves'),
      box([186, 4, 170, 62], ["host's table", 'says cached'], winner === 'guest' ? '' : 'sg-moves'),
      way('guest', 89),
      way('host', 271),
      leaf([34, 106, 292, 28], seen, `the guest's access is ${shown}`),
    ),
    title: title[winner],
    says: `${where} the guest's table says ${guest}, and the host's says cached. The guest's access is ${shown}.`,
    text: [winner === 'both' ? 'There is nothing to decide. ' : `${why} `, sourceLinks(source)],
  };
}

/** Two tables, two types, and whose counts: Arm, x86 and RISC-V. */
export const drawing: Drawing = {
  name: 'last-word',
  fields: [
    {
      key: 'system',
      label: 'CPU',
      shape: 'select',
      options: [
        ['arm-fwb', 'Arm with FWB'],
        ['arm', 'Arm without FWB'],
        ['intel', 'Intel, as KVM has it'],
        ['intel-dma', 'Intel, a device does not snoop'],
        ['amd', 'AMD'],
        ['riscv', 'RISC-V'],
      ],
    },
    {
      key: 'guest',
      label: 'The guest asks for',
      shape: 'radio',
      options: [
        ['cached', 'cached'],
        ['uncached', 'uncached'],
        ['device', 'device'],
      ],
    },
  ],
  preset: { system: 'riscv', guest: 'uncached' },
  frames: (values) => [frame(values)],
};
