import { parser } from '@lezer/javascript';
import { foldedLines } from '../core/fold.ts';
import type { Knob } from './knob.ts';
import { offeredFor } from './vocabulary.ts';

/** More would be a control panel. */
const MOST = 12;

const typed = parser.configure({ dialect: 'ts' });
type Node = ReturnType<typeof typed.parse>['topNode'];

const LITERALS = new Set(['BooleanLiteral', 'String', 'Number']);

/**
 * findKnobs finds the values in code that the model knows other values for: of a field, of a variable
 * that is named as a field, and words of the model's lists that are handed to a call. Where there are too
 * many, those that are seen and stand alone come before those in set-up and in lists of several.
 */
export function findKnobs(code: string): Knob[] {
  const found: { readonly knob: Knob; readonly rank: number }[] = [];
  const hidden = hiddenIn(code);
  typed.parse(code).iterate({
    enter({ name, from, to, node }) {
      if (!LITERALS.has(name)) return;
      const place = placeOf(node, code);
      const offered = place && offeredFor(place.name, code.slice(from, to));
      if (!offered) return;
      const rank = (isOneOfSeveral(node) ? 2 : 0) + (hidden(from) ? 1 : 0);
      found.push({ knob: { from, to, ...offered }, rank });
    },
  });
  return found
    .toSorted((a, b) => a.rank - b.rank || a.knob.from - b.knob.from)
    .slice(0, MOST)
    .map(({ knob }) => knob)
    .toSorted((a, b) => a.from - b.from);
}

/** The name that a literal has where it stands; null: it stands where nothing of the model is set. */
function placeOf(node: Node, code: string): { readonly name: string | null } | null {
  const { parent } = node;
  if (parent?.name === 'ArgList') return { name: null };
  if (parent?.name === 'Property') {
    const key = parent.firstChild;
    return key?.name === 'PropertyDefinition' ? { name: code.slice(key.from, key.to) } : null;
  }
  if (parent?.name !== 'VariableDeclaration' || node.prevSibling?.name !== 'Equals') return null;
  const variable = parent.getChildren('VariableDefinition').findLast(({ to }) => to <= node.from);
  return variable ? { name: code.slice(variable.from, variable.to) } : null;
}

/** Whether a literal stands in one of several things in a list, which differ in order to be compared. */
function isOneOfSeveral({ parent }: Node): boolean {
  for (let up = parent; up !== null; up = up.parent) {
    if (up.name === 'ArrayExpression' && up.getChildren('ObjectExpression').length > 1) return true;
  }
  return false;
}

/** Tells whether an offset is in set-up, which the page folds away. */
function hiddenIn(code: string): (at: number) => boolean {
  const { ranges } = foldedLines(code);
  return (at) => {
    const line = code.slice(0, at).split('\n').length;
    return ranges.some(({ from, to }) => line >= from && line <= to);
  };
}
