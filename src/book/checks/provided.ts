interface Component {
  readonly name: string;
  /** It shows a figure or a table, which needs a label or caption that says what it shows. */
  readonly figure: boolean;
}

/**
 * Components that a page may use. `src/components/provided.ts` hands out exactly these: the compiler
 * holds the two together.
 */
export const PROVIDED = [
  { name: 'AdvisoryTable', figure: true },
  { name: 'ApiGroups', figure: false },
  { name: 'ApiIndex', figure: true },
  { name: 'BreakItFigure', figure: true },
  { name: 'Check', figure: false },
  { name: 'Claim', figure: false },
  { name: 'CombineFigure', figure: true },
  { name: 'CpuTable', figure: true },
  { name: 'DecideFigure', figure: true },
  { name: 'DecodeFigure', figure: true },
  { name: 'DrawingFigure', figure: true },
  { name: 'EventGraph', figure: true },
  { name: 'Exam', figure: false },
  { name: 'Guess', figure: false },
  { name: 'Guesses', figure: false },
  { name: 'Mem', figure: false },
  { name: 'MigrationFigure', figure: true },
  { name: 'More', figure: false },
  { name: 'Note', figure: false },
  { name: 'ObservedTable', figure: true },
  { name: 'Option', figure: false },
  { name: 'Reasons', figure: false },
  { name: 'RowsFigure', figure: true },
  { name: 'SpaceFigure', figure: true },
  { name: 'SpinTable', figure: true },
  { name: 'StepperFigure', figure: true },
  { name: 'TableFigure', figure: true },
  { name: 'Term', figure: false },
  { name: 'Typed', figure: false },
  { name: 'Verdict', figure: false },
  { name: 'VerdictTable', figure: true },
  { name: 'WitnessTable', figure: true },
] as const satisfies readonly Component[];

export type ProvidedName = (typeof PROVIDED)[number]['name'];
