// npm run audit: holds the lock against the advisories that the registry in use knows. Exits 1 where a
// package has one, 0 where none has, and 0 with a line that says so where the registry answers nothing.
// RECORD=1 writes what came of it for /quality/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUDIT_RUN, type AuditRun } from '../src/quality/runs.ts';
import { root } from '../src/root.ts';
import { packagesOf, readAudit } from './audit/read.ts';

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64e6,
  shell: process.platform === 'win32',
});
const audited = readAudit(stdout ?? '');
const packages = packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'));
if (audited.kind === 'unanswered') {
  console.log(
    `Advisories were NOT checked: npm asked the registry in use about the ${packages} packages of the lock and got no list (${audited.why}). That is no acquittal. Ask a registry that keeps advisories: npm audit --registry=ADDRESS`,
  );
} else {
  for (const { name, severity, advisories } of audited.found)
    console.error(
      `${severity}  ${name}  ${advisories.join('; ') || 'through another of the list'}`,
    );
  console.log(
    `${packages} packages were asked for; ${audited.found.length} have a known advisory.`,
  );
  process.exitCode = audited.found.length > 0 ? 1 : 0;
}
if (process.env['RECORD']) {
  const run: AuditRun = {
    date: new Date().toISOString().slice(0, 10),
    packages,
    answer: audited.kind === 'answered' ? audited.found.length : audited.why,
  };
  const file = join(root, AUDIT_RUN);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
}
