import type { ShowMove, ShowTree } from '../show-tree.ts';

/** The moves of a trace as numbered lines: what happens, why, and what is where afterwards. */
export function movesText({ moves }: Extract<ShowTree, { kind: 'trace' }>): string[] {
  const width = String(moves.length).length;
  const indent = ' '.repeat(width + 2);
  return moves.flatMap((move, i) => {
    const lines = [`${String(i + 1).padStart(width)}. ${move.label}`];
    if (move.reason !== '') lines.push(`${indent}${move.reason}${sources(move)}`);
    if (move.state !== '') lines.push(`${indent}${move.state}`);
    return lines;
  });
}

function sources({ source }: ShowMove): string {
  return source.length === 0 ? '' : ` [${source.join(', ')}]`;
}
