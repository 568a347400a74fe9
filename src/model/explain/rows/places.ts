/** The places of the rows: a number for each input, the first axis slowest, as `inputsOf` has them. */
export class Places {
  readonly size: number;
  /** How many values each axis has. */
  readonly lengths: readonly number[];
  readonly #strides: readonly number[];

  constructor(lengths: readonly number[]) {
    this.lengths = lengths;
    let size = 1;
    this.#strides = lengths
      .toReversed()
      .map((length) => {
        const stride = size;
        size *= length;
        return stride;
      })
      .toReversed();
    this.size = size;
  }

  /** The place on each axis of a row. */
  digitsOf(place: number): number[] {
    return this.lengths.map(
      (length, i) => Math.floor(place / (this.#strides[i] as number)) % length,
    );
  }

  /** The row at a place on each axis. */
  placeOf(digits: readonly number[]): number {
    return digits.reduce((sum, digit, i) => sum + digit * (this.#strides[i] as number), 0);
  }

  /** How many rows `each` visits. */
  countOf(allowed: readonly (readonly number[])[]): number {
    return allowed.reduce((count, digits) => count * digits.length, 1);
  }

  /** Every row whose place on each axis is allowed, in their order; `digits` is reused. */
  *each(
    allowed: readonly (readonly number[])[],
  ): Generator<{ readonly place: number; readonly digits: readonly number[] }> {
    if (this.countOf(allowed) === 0) return;
    const turns = allowed.map(() => 0);
    const digits = allowed.map((one) => one[0] as number);
    const row = { place: this.placeOf(digits), digits };
    for (;;) {
      yield row;
      let axis = allowed.length - 1;
      for (; axis >= 0; axis--) {
        const one = allowed[axis] as readonly number[];
        const stride = this.#strides[axis] as number;
        const before = digits[axis] as number;
        const turn = ((turns[axis] as number) + 1) % one.length;
        turns[axis] = turn;
        digits[axis] = one[turn] as number;
        row.place += ((digits[axis] as number) - before) * stride;
        if (turn !== 0) break;
      }
      if (axis < 0) return;
    }
  }
}
