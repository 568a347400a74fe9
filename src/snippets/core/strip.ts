import { transform } from 'sucrase';

/** JavaScript with the lines of the TypeScript that it came from, or the place that is no TypeScript. */
export type Stripped =
  | { readonly ok: true; readonly js: string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly line: number | null;
      readonly column: number | null;
    };

interface SucraseError extends Error {
  loc?: { line: number; column: number };
}

/** stripTypes removes types. Each line stays on its line; columns move only to the left. */
export function stripTypes(code: string): Stripped {
  try {
    const { code: js } = transform(code, { transforms: ['typescript'], disableESTransforms: true });
    return { ok: true, js };
  } catch (thrown) {
    const { message, loc } = thrown as SucraseError;
    return {
      ok: false,
      message: message.replace(/ \(\d+:\d+\)$/, ''),
      line: loc?.line ?? null,
      column: loc?.column ?? null,
    };
  }
}
