/** A line for whoever waits; results go to standard output, this does not. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
