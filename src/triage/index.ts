export type { IgnoredLine, ReasonFound, Triage } from './answer.ts';
export type { BadChoice, Choice } from './choices.ts';
export type { Key } from './keys/keys.ts';
export type { Fact } from './read/notebook.ts';
export { isBad, readChoice } from './choices.ts';
export { KEYS } from './keys/keys.ts';
export { leavings, type Leaving } from './leaves.ts';
export { reportLines } from './report.ts';
export { triage } from './triage.ts';
