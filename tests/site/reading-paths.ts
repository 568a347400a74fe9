import { readFileSync } from 'node:fs';
import type { Visit } from './browser.ts';

/** A path as its list has it. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly door?: string;
  readonly ordered: boolean;
  readonly steps: readonly (string | readonly [string, string, string])[];
}

/** All paths, the first first. */
export const listed = JSON.parse(
  readFileSync('content/data/paths.json', 'utf8'),
) as readonly Listed[];
export const stepsOf = ({ steps }: Listed): string[] =>
  steps.map((step) => (typeof step === 'string' ? step : step[0]));
export const chaptersOf = (path: Listed): string[] =>
  stepsOf(path).filter((step) => step.startsWith('/guide/'));
export const [main] = listed as readonly [Listed];

/** The bar that a chapter shows to who is on a path. */
export const bar = (page: Visit) => page.locator('.path-bar:visible');
/** The second page of the first path. */
export const second = stepsOf(main)[1] ?? '';

/** What a browser keeps that has read the first pages of the first path. */
export const progressOf = (read: readonly string[], version = 1): string =>
  JSON.stringify({ name: 'stage-two progress', version, read, answers: {} });
export const READ_TWO = stepsOf(main).slice(0, 2);
