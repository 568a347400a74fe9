import { expect, test } from 'vitest';
import { packagesOf, readAudit } from '../../scripts/audit/read.ts';

// The form is `toJSON` of AuditReport in @npmcli/arborist, lib/audit-report.js, which npm 7 and later print.
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    mkdirp: {
      name: 'mkdirp',
      severity: 'critical',
      isDirect: true,
      via: ['minimist'],
      effects: [],
      range: '0.4.1 - 0.5.1',
      nodes: ['node_modules/mkdirp'],
      fixAvailable: true,
    },
    minimist: {
      name: 'minimist',
      severity: 'critical',
      isDirect: false,
      via: [
        {
          source: 1097678,
          name: 'minimist',
          dependency: 'minimist',
          title: 'Prototype Pollution in minimist',
          url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h',
          severity: 'critical',
          range: '<0.2.4',
        },
      ],
      effects: ['mkdirp'],
      range: '<0.2.4',
      nodes: ['node_modules/minimist'],
      fixAvailable: true,
    },
  },
  metadata: { vulnerabilities: { critical: 2, total: 2 }, dependencies: { prod: 3, total: 3 } },
};

test('a report with advisories names each package, and the one that has the advisory', () => {
  const read = readAudit(JSON.stringify(REPORT));
  expect(read).toEqual({
    kind: 'answered',
    found: [
      { name: 'mkdirp', severity: 'critical', advisories: [] },
      {
        name: 'minimist',
        severity: 'critical',
        advisories: [
          'Prototype Pollution in minimist https://github.com/advisories/GHSA-xvch-5gv4-984h',
        ],
      },
    ],
  });
});

test('a report without one finds nothing', () => {
  const text = JSON.stringify({ ...REPORT, vulnerabilities: {} });
  expect(readAudit(text)).toEqual({ kind: 'answered', found: [] });
});

test.each([
  ['nothing', ''],
  ['no JSON', 'npm error audit endpoint returned an error'],
  ['null', 'null'],
  [
    'a refusal',
    '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}',
  ],
  [
    'no lock',
    '{"error":{"code":"ENOLOCK","summary":"This command requires an existing lockfile."}}',
  ],
])('%s is no answer, and no acquittal', (_, text) => {
  const read = readAudit(text);
  expect(read.kind).toBe('unanswered');
  expect('why' in read && read.why).not.toBe('');
});

test.each([
  [
    '405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk',
    '405 Method Not Allowed',
  ],
  [
    'request to https://user:secret@registry.example/x failed, reason: ENOTFOUND\nmore',
    'request to the registry failed, reason: ENOTFOUND',
  ],
])('%j is told without the address', (message, why) =>
  expect(readAudit(JSON.stringify({ message }))).toEqual({ kind: 'unanswered', why }),
);

test('a lock has as many packages as it names', () =>
  expect(
    packagesOf('{"packages":{"":{},"node_modules/a":{},"node_modules/a/node_modules/b":{}}}'),
  ).toBe(2));
