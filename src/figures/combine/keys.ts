/** Where a key leads in a grid: rows down and columns right; edges hold. */
const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

const clamp = (n: number, count: number): number => Math.max(0, Math.min(count - 1, n));

/** cellFor gives the cell to which a key leads from `cell`; null for keys that lead nowhere. */
export function cellFor(key: string, cell: HTMLTableCellElement): HTMLElement | null {
  const step = STEPS[key];
  const row = cell.parentElement;
  if (!step || !row) return null;
  const rows = [...(row.parentElement?.children ?? [])];
  const cells = (of: Element | undefined): HTMLElement[] => [
    ...(of?.querySelectorAll<HTMLElement>('[role=gridcell]') ?? []),
  ];
  const here = cells(row);
  const target = cells(rows[clamp(rows.indexOf(row) + step[0], rows.length)]);
  return target[clamp(here.indexOf(cell) + step[1], here.length)] ?? null;
}
