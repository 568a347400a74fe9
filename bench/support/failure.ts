/** Something that the bench needs is absent or broken: one line for the user, exit code 2. */
export class BenchFailure extends Error {
  override readonly name = 'BenchFailure';
}
