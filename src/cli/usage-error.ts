import type { ModelError } from '../model/index.ts';

/** A command line that cannot be understood. Printed as one line; the exit code is 2. */
export class UsageError {
  readonly received: string;
  readonly expected: string;
  readonly example: string;
  /** The known name that is most like the one received; null where none is near. */
  readonly nearest: string | null;

  constructor(received: string, expected: string, example: string, nearest?: string | null) {
    this.received = received;
    this.expected = expected;
    this.example = example;
    this.nearest = nearest ?? null;
  }

  /** What the model did not accept, as an error of the command line. */
  static of(error: ModelError, example = error.example): UsageError {
    return new UsageError(error.received, error.expected, example, error.nearest ?? null);
  }

  /** The line for people, after the name of the command. */
  line(command: string): string {
    const parts = [
      `received ${this.received}`,
      `expected ${this.expected}`,
      ...(this.nearest === null ? [] : [`nearest: ${this.nearest}`]),
      `example: ${this.example}`,
    ];
    return `${command}: ${parts.join('; ')}`.replace(/\s+/g, ' ');
  }
}
