/** What a failure of the lab is about; stable, for tests and for people who search for it. */
export type FailureCode =
  | 'usage'
  | 'no-tool'
  | 'no-network'
  | 'no-keyring'
  | 'no-package'
  | 'no-release'
  | 'no-space'
  | 'offline'
  | 'broken-package'
  | 'bad-folder'
  | 'build'
  | 'no-qemu'
  | 'boot'
  | 'log'
  | 'record'
  | 'prover'
  | 'interrupted';

/**
 * A failure that the lab expects: thrown inside, caught once in `lab/run.ts`, printed as lines.
 * `shown` holds lines to show below it, such as the end of a log.
 */
export class LabFailure extends Error {
  readonly code: FailureCode;
  readonly received: string;
  readonly expected: string;
  readonly remedy: string;
  readonly shown: readonly string[];

  constructor(
    code: FailureCode,
    received: string,
    expected: string,
    remedy: string,
    shown: readonly string[] = [],
  ) {
    super(`received ${received}; expected ${expected}; remedy: ${remedy}`);
    this.code = code;
    this.received = received;
    this.expected = expected;
    this.remedy = remedy;
    this.shown = shown;
  }

  /** The lines for people. */
  lines(): string[] {
    return [`lab: ${this.code}: ${this.message}`, ...this.shown.map((line) => `  | ${line}`)];
  }
}
