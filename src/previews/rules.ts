/** A rule of a style sheet, for one selector. */
export interface Rule {
  readonly selector: string;
  readonly weight: number;
  readonly declarations: readonly (readonly [name: string, value: string])[];
}

/** Everything in braces behind an at-rule: a preview is no print, and has no forced colours. */
const AT_RULE = /@[^{;]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g;
const COMMENT = /\/\*[^]*?\*\//g;
const IS = /:is\(([^()]*)\)/;

/** Selectors without `:is()`, each a way to be meant. */
function unfold(selector: string): string[] {
  const found = IS.exec(selector);
  if (found === null) return [selector.trim()];
  const [whole, inside = ''] = found;
  return inside.split(',').flatMap((one) => unfold(selector.replace(whole, one.trim())));
}

/** Commas between selectors, not those inside `:is()`. */
const listed = (selectors: string): string[] => selectors.split(/,(?![^()]*\))/);

const weightOf = (selector: string): number =>
  10 * (selector.match(/[.[:]/g)?.length ?? 0) +
  (selector.match(/(?:^|[\s>+~])[a-z]/g)?.length ?? 0);

/** Reads a sheet that nests nothing; the rules in rising weight, equal ones in their order. */
export function rulesOf(css: string): Rule[] {
  const plain = css.replace(COMMENT, '').replace(AT_RULE, '');
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, head = '', body = '']) => {
    const declarations = body.split(';').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    });
    return listed(head)
      .flatMap(unfold)
      .map((selector): Rule => ({ selector, weight: weightOf(selector), declarations }));
  });
  return rules.toSorted((one, other) => one.weight - other.weight);
}
