import type { Recorded } from './schema.ts';

/** A run as its file: a member a line, and a case a line, so that changes read well. */
export function writeRun(run: Recorded): string {
  const { cases, ...head } = run;
  const members = Object.entries(head).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value)}`,
  );
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`);
  return `{\n${members.join(',\n')},\n  "cases": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
