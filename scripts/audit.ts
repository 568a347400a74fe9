// npm run audit: holds the lock against the advisories that the registry in use knows. Exits 1 where a
// package has one, 0 where none has, and 0 with a line that says so where the registry answers nothing.
// RECORD=1 writes what came of it for /quality/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUDIT_RUN, type AuditRun } from '../src/quality/runs.ts';
import { root } from '../src/root.ts';
import { readAudit } from './audit/read.ts';

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64e6,
  shell: process.platform === 'win32',
});
const audited = readAudit(stdout ?? '');
if (audited.kind === 'unanswered') {
  // The registry's words may hold its address; the first line is enough.
  const [why = ''] = audited.why.split('\n');
  console.log(
    `Advisories were NOT checked: the registry in use gave no answer (${why.replace(/\s*-?\s*POST\s.*$/, '')}). Ask one that keeps advisories: npm audit --registry=ADDRESS`,
  );
} else {
  for (const { name, severity, advisories } of audited.found)
    console.error(
      `${severity}  ${name}  ${advisories.join('; ') || 'through another of the list'}`,
    );
  console.log(
    `${audited.packages} packages were asked for; ${audited.found.length} have a known advisory.`,
  );
  process.exitCode = audited.found.length > 0 ? 1 : 0;
}
if (process.env['RECORD']) {
  const run: AuditRun = {
    date: new Date().toISOString().slice(0, 10),
    asked: audited.kind === 'answered' ? audited.packages : null,
    advised: audited.kind === 'answered' ? audited.found.length : 0,
  };
  const file = join(root, AUDIT_RUN);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
}
