import { judgement, survivesMigration } from '../../model/index.ts';
import type { MigrationHost, MigrationInput } from '../../model/index.ts';
import type { Answer, Row } from './answer.ts';

const SOURCE: MigrationHost = { fwb: true, dic: true };
const POOR = { fwb: false, dic: false } as const;

const CASES: readonly (readonly [name: string, input: Omit<MigrationInput, 'source'>])[] = [
  ['version 3, at the fault only', { destination: { ...POOR, policy: 'error-at-fault-only' } }],
  ['fallback, as in 6.16', { destination: { ...POOR, kernel: 'v6.16' } }],
  ['as landed', { destination: POOR }],
  ['as landed, the VMM asks first', { destination: POOR, asksCapability: true }],
  ['as landed, an ordinary Device page', { destination: POOR, vma: 'device' }],
  ['the same, the VMM asks first', { destination: POOR, vma: 'device', asksCapability: true }],
];

/** From a host with FWB and DIC to one with neither. */
export function migration(): readonly Answer[] {
  const rows = CASES.map(([name, rest]): Row => {
    const { holds, story, mapped } = survivesMigration({ source: SOURCE, ...rest });
    const { verdict, word } = judgement('survivesMigration', holds);
    const cells = [{ verdict, word }, { word: story.at(-1)?.label ?? '' }];
    return { name, cells: [...cells, { word: mapped.destination ?? 'not mapped' }] };
  });
  return [
    {
      caption: 'A VM moves from a host with FWB and DIC to one with neither, run on 7.3.',
      head: ['At the destination', 'Survives', 'How it ends', 'The page there'],
      rows,
    },
  ];
}
