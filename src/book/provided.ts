/** Components that a page may use without an import; `src/components/provided.ts` hands them out. */
export const PROVIDED = [
  'ApiGroup',
  'ApiIndex',
  'Check',
  'Claim',
  'CombineFigure',
  'DecideFigure',
  'DecodeFigure',
  'LeakFigure',
  'Mem',
  'MigrationFigure',
  'Note',
  'TableFigure',
  'Verdict',
  'VerdictTable',
] as const;
