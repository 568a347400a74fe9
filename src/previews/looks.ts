import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { rulesOf, type Rule } from './rules.ts';

const read = (path: string): string => readFileSync(join(root, 'src', path), 'utf8');

/** The custom properties of the site, and the rules by which its drawings are painted. */
export function looks(): { tokens: ReadonlyMap<string, string>; rules: readonly Rule[] } {
  const tokens = new Map(
    rulesOf(read('styles/tokens.css')).flatMap(({ selector, declarations }) =>
      selector === ':root' ? declarations : [],
    ),
  );
  // Fonts are known by the names that their files have.
  tokens.set('--font-read', "'Source Serif 4'");
  tokens.set('--font-code', "'IBM Plex Mono'");
  // Kinds of memory give their colour to what stands inside.
  const kinds = rulesOf(read('styles/grammar.css')).filter(
    ({ selector, declarations }) =>
      /^\.mem-\w+$/.test(selector) && declarations.every(([name]) => name === '--c'),
  );
  return { tokens, rules: [...kinds, ...rulesOf(read('figures/stage/stage.css'))] };
}
