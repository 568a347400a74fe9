import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';
import { sourcesNamed } from '../page/claims.ts';
import type { Evidence } from '../lists/evidence.ts';
import { readNames, readPlainText } from '../plain-text.ts';
import { readJson } from '../lists/json-lines.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { Sources } from '../lists/sources.ts';

/** Lists that cite nothing: the sources themselves, and the record of what was read in them. */
const NOT_CITING: ReadonlySet<string> = new Set(['sources.json', 'facts.json']);

/** Ids that the data files and the model cite; the name of each, with `model` for the model. */
export function citedByData(content: string): Map<string, Set<string>> {
  const folder = join(content, 'data');
  const { names } = readNames(folder, '');
  const files = names.filter((name) => name.endsWith('.json') && !NOT_CITING.has(name));
  const cited = files.map((file) => {
    const { text } = readPlainText(join(folder, file), file);
    const reading = readJson(text ?? '');
    return [file.replace(/\.json$/, ''), new Set(reading.ok ? idsIn(reading.value) : [])] as const;
  });
  return new Map([...cited, ['model', idsInModel()] as const]);
}

/** The values of every key `source` or `sources`, however deep. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== 'source' && key !== 'sources') return idsIn(inner);
    return [inner].flat().filter((id) => typeof id === 'string');
  });
}

let inModel: Set<string> | null = null;

/** Texts in quotes that hold nothing but ids; the steps of a decision name their sources so. */
function idsInModel(): Set<string> {
  inModel ??= new Set(
    readdirSync(join(root, 'src/model'), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.ts'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .flatMap((code) => [...code.matchAll(/'([A-Z][A-Z0-9-]*(?: [A-Z][A-Z0-9-]*)*)'/g)])
      .flatMap(([, ids = '']) => ids.split(' ')),
  );
  return inModel;
}

/** Sources that no claim, no data file, no step of the model and no statement of the facts cites. */
export function checkCited(
  { byId, places }: Sources,
  pages: readonly Page[],
  byData: ReadonlyMap<string, ReadonlySet<string>>,
  stated: ReadonlySet<string>,
): Problem[] {
  const cited = allCited(pages, byData);
  return [...byId.keys()]
    .filter((id) => !cited.has(id) && !stated.has(id))
    .map((id): Problem => ({
      code: 'source-uncited',
      from: ['facts', ...[...byData.keys()].filter((name) => name !== 'model')],
      file: places.get(id)?.file ?? '',
      line: places.get(id)?.line ?? 1,
      id,
      received: `${id}, which nothing cites`,
      expected:
        'a claim, a data entry, a step of the model or a statement of the facts that cites it',
      remedy: 'Cite it where it supports a sentence, or remove it from the list.',
    }));
}

/** Sources that are cited though no statement of the facts rests on them. */
export function checkStated(
  { byId, places }: Sources,
  pages: readonly Page[],
  byData: ReadonlyMap<string, ReadonlySet<string>>,
  { size, stated }: Evidence,
): Problem[] {
  if (size === 0) return [];
  const cited = allCited(pages, byData);
  return [...byId.keys()]
    .filter((id) => cited.has(id) && !stated.has(id))
    .map((id): Problem => ({
      code: 'source-unstated',
      file: places.get(id)?.file ?? '',
      line: places.get(id)?.line ?? 1,
      id,
      received: `${id}, which is cited`,
      expected: 'a statement of content/data/facts.json that rests on it',
      remedy: 'Collect what it says and make the facts anew, or cite another source.',
    }));
}

function allCited(
  pages: readonly Page[],
  byData: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const claims = pages.flatMap(({ elements }) => elements.filter(({ name }) => name === 'Claim'));
  return new Set([...claims.flatMap(sourcesNamed), ...[...byData.values()].flatMap((s) => [...s])]);
}
