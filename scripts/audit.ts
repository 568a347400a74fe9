// npm run audit: holds the lock against the advisories that the registry in use knows. Exits 1 where a
// package has one, 0 where none has, and 0 with a line that says so where the registry answers nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readAudit } from './audit/read.ts';

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
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
