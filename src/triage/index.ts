export type { Triage } from './answer.ts';
export { isBad, readChoice } from './choices.ts';
export { KEYS } from './keys/keys.ts';
export { reportLines } from './report.ts';
export { triage } from './triage.ts';
