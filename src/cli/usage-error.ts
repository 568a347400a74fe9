/** A command line that cannot be understood. Printed as one line; the exit code is 2. */
export class UsageError {
  readonly received: string;
  readonly expected: string;
  readonly example: string;

  constructor(received: string, expected: string, example: string) {
    this.received = received;
    this.expected = expected;
    this.example = example;
  }

  /** The line for people, after the name of the command. */
  line(command: string): string {
    const parts = [
      `received ${this.received}`,
      `expected ${this.expected}`,
      `example: ${this.example}`,
    ];
    return `${command}: ${parts.join('; ')}`.replace(/\s+/g, ' ');
  }
}
