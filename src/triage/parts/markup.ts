import { piecesBy } from '../read/lines.ts';
import { unmarked } from '../read/markup.ts';

/** How a line with marks is taken apart: the part for texts from a terminal, a page, a mail or a JSON log. */
export const piecesOfMarked = piecesBy(unmarked);
