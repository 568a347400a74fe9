// npm run new -- chapter|exercise|term|kernel|case NAME: makes the files of one thing more, whole and
// accepted by the checks but for the places that it names, which its author fills in.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILL } from '../src/book/checks/unfilled-check.ts';
import { root } from '../src/root.ts';
import { caseRow } from './new/case.ts';
import { chapter } from './new/chapter.ts';
import { exercise } from './new/exercise.ts';
import { kernel } from './new/kernel.ts';
import type { Project, Recipe } from './new/recipe.ts';
import { term } from './new/term.ts';

const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ['chapter', chapter],
  ['exercise', exercise],
  ['term', term],
  ['kernel', kernel],
  ['case', caseRow],
]);

const project: Project = {
  read: (path) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  },
  list: (folder) => readdirSync(join(root, folder)),
};

/** Lines of a file that are new and have a place to fill in. */
function toFill(before: string | null, text: string): [line: number, place: string][] {
  const old = new Set(before?.split('\n'));
  return text.split('\n').flatMap((line, i): [number, string][] => {
    if (old.has(line) || !line.includes(FILL)) return [];
    const [place = ''] = line.slice(line.indexOf(FILL)).split(/['"<]/);
    return [[i + 1, place]];
  });
}

function main([kind = '', name, ...rest]: readonly string[]): number {
  const recipe = RECIPES.get(kind);
  if (recipe === undefined || name === undefined || rest.length > 0) {
    const kinds = [...RECIPES.keys()].join('|');
    console.error(
      `received ${JSON.stringify([kind, name, ...rest].filter(Boolean).join(' '))}; expected ${kinds} and a name; example: npm run new -- chapter how-far-it-reaches`,
    );
    return 2;
  }
  const made = recipe(name, project);
  if (!made.ok) {
    console.error(
      `${made.code}: received ${made.received}; expected ${made.expected}. ${made.remedy}`,
    );
    return 2;
  }
  for (const { path, text } of made.files) {
    const before = project.read(path);
    writeFileSync(join(root, path), text);
    console.log(`${before === null ? 'made   ' : 'changed'} ${path}`);
    for (const [line, place] of toFill(before, text))
      console.log(`        ${path}:${line}  ${place}`);
  }
  for (const step of made.next) console.log(`then    ${step}`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
