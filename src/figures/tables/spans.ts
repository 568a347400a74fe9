/** Ascending numbers as text, with runs of three and more drawn together: "0x44, 0x71–0x73". */
export function spans(numbers: readonly number[], write: (number: number) => string): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => {
      if (first === last) return write(first);
      return `${write(first)}${last === first + 1 ? ', ' : '–'}${write(last)}`;
    })
    .join(', ');
}
