/** Says what the lab does, one line each, with the seconds since the start. */
export class Progress {
  readonly #started = performance.now();
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#write = write;
  }

  /** One line, behind the time. */
  say(line: string): void {
    this.#write(`${this.seconds().toFixed(1).padStart(6)} s  ${line}`);
  }

  /** One line without the time, for results. */
  show(line: string): void {
    this.#write(line);
  }

  /** Does `work` and says how long it took. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.say(`${name} ...`);
    const before = performance.now();
    const result = await work();
    this.say(`${name}: done in ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return result;
  }

  /** Seconds since the start. */
  seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

/** Bytes as megabytes, such as `12.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
