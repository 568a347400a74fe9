/** Components that a page may use without an import; the page template passes them to the page. */
export const PROVIDED = [
  'Claim',
  'Mem',
  'Verdict',
  'Check',
  'Note',
  'LeakFigure',
  'CombineFigure',
  'DecideFigure',
] as const;
