/** Components that a page may use without an import; `src/components/provided.ts` hands them out. */
export const PROVIDED = [
  'Check',
  'Claim',
  'CombineFigure',
  'DecideFigure',
  'LeakFigure',
  'Mem',
  'Note',
  'Verdict',
] as const;
