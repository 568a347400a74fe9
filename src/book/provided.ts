/** Components that a page may use without an import; `src/components/provided.ts` hands them out. */
export const PROVIDED = [
  'ApiGroup',
  'ApiIndex',
  'BreakItFigure',
  'Check',
  'Claim',
  'CombineFigure',
  'DecideFigure',
  'DecodeFigure',
  'LeakFigure',
  'Mem',
  'MigrationFigure',
  'Note',
  'StepperFigure',
  'TableFigure',
  'Verdict',
  'VerdictTable',
] as const;
