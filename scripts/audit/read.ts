/** One package with a known advisory, in the words of `npm audit`. */
export interface Advised {
  readonly name: string;
  readonly severity: string;
  /** Titles with their addresses. */
  readonly advisories: readonly string[];
}

/** What `npm audit --json` came to. */
export type Audited =
  | { readonly kind: 'unanswered'; readonly why: string }
  | { readonly kind: 'answered'; readonly found: readonly Advised[] };

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * readAudit reads a report of `npm audit --json`, version 2 (npm 7 and later). Not every registry keeps
 * advisories; one that does not answer is no finding, and no acquittal either.
 */
export function readAudit(text: string): Audited {
  const report = parsed(text);
  if (!isJson(report)) return { kind: 'unanswered', why: 'npm audit printed no report' };
  const { vulnerabilities, message, error } = report;
  if (!isJson(vulnerabilities)) {
    const told = [message, isJson(error) && error['summary']].find(
      (one) => typeof one === 'string' && one !== '',
    );
    return { kind: 'unanswered', why: typeof told === 'string' ? brief(told) : 'no list' };
  }
  return { kind: 'answered', found: Object.values(vulnerabilities).flatMap(advised) };
}

/** packagesOf counts what a lock of npm 7 or later names, the project itself left out. */
export function packagesOf(lock: string): number {
  const { packages } = JSON.parse(lock) as { packages: Record<string, unknown> };
  return Object.keys(packages).filter((path) => path !== '').length;
}

/** The first line without the address that was asked, which may be nobody's business. */
const brief = (told: string): string =>
  (told.split('\n')[0] ?? '')
    .replace(/\s*-?\s*POST\s.*$/, '')
    .replace(/\bhttps?:\/\/\S+/g, 'the registry');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function advised(one: unknown): Advised[] {
  if (!isJson(one)) return [];
  // A text in `via` names another package of the list, which has the advisory.
  const via = Array.isArray(one['via']) ? one['via'].filter(isJson) : [];
  return [
    {
      name: String(one['name']),
      severity: String(one['severity']),
      advisories: via.map(({ title, url }) => `${String(title)} ${String(url)}`),
    },
  ];
}
