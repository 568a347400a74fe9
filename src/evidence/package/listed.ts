/** A file of rows, as it lists itself in the package. */
export interface ListedRows {
  readonly name: string;
  readonly function: string;
  readonly kernel: string | null;
  readonly description: string;
  readonly derivedFrom: string;
  readonly rows: number;
  /** Rows of the complete table, of which these are a sample. */
  readonly of: number;
  /** SHA-256 of the JSON. */
  readonly sha256: string;
}
