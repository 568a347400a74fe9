/** The world outside of a command: what it may read and write. */
export interface Outside {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The text of a file; throws what the file system throws. */
  readonly readFile: (path: string) => string;
  /** What is piped in. At a terminal it waits for what a person types only where `wait` says so. */
  readonly readInput: (wait: boolean) => string;
}

/** One command of the terminal. */
export interface Command {
  readonly name: string;
  /** What it does, in one line of the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: readonly string[];
  /** A command line that works, as shown in errors. */
  readonly example: string;
  /** Runs with the arguments after the name and returns the exit code. */
  readonly run: (args: readonly string[], outside: Outside) => number;
}
