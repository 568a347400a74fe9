import { readDebate } from './debate/read-debate.ts';
import { readAdvisories } from './lists/advisories.ts';
import { readCorrected } from './lists/corrected.ts';
import { readCpus } from './lists/cpus.ts';
import { readErrata } from './lists/erratum.ts';
import { readEvidence } from './lists/evidence.ts';
import { readGlossary } from './lists/glossary.ts';
import { readGroups } from './lists/groups.ts';
import { readMap } from './lists/map.ts';
import { readOpenPoints } from './lists/open-point.ts';
import { readPaths } from './lists/paths.ts';
import { readWords } from './lists/words.ts';
import type { Sources } from './lists/sources.ts';
import type { Page } from './page/page.ts';

/** Reads the lists of `content/data` beside the sources, each with its problems. */
export function readLists(content: string, sources: Sources, pages: readonly Page[]) {
  const errata = readErrata(content);
  return {
    debate: readDebate(content, sources, pages),
    advisories: readAdvisories(content, sources.ids),
    cpus: readCpus(content, sources.ids),
    glossary: readGlossary(content, sources.ids),
    words: readWords(content),
    evidence: readEvidence(content),
    open: readOpenPoints(content, sources.ids),
    errata,
    corrected: readCorrected(content, errata.errata),
    groups: readGroups(content, pages),
    map: readMap(content),
    paths: readPaths(content),
  };
}
