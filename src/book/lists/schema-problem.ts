import type { z } from 'astro/zod';
import { nearest } from '../../model/index.ts';
import type { Problem } from '../problems.ts';

/** Keys that are wrong, once each; unknown keys are listed beside an issue's path, not in it. */
export function wrongKeys(error: z.ZodError): string[] {
  const keys = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  return [...new Set(keys)];
}

type Place = Pick<Problem, 'code' | 'file' | 'line'> & { id?: string };

/**
 * The problem of one wrong key. What was expected and an example come from the schema's own texts;
 * `received` is the value as written, undefined where the key is missing.
 */
export function keyProblem(
  shape: Readonly<Record<string, z.ZodType>>,
  key: string,
  received: string | undefined,
  at: Place,
): Problem {
  const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
  if (field === undefined) {
    const names = Object.keys(shape);
    const near = nearest(key, names);
    const remedy = near === null ? `Remove ${key}.` : `Write ${near} instead of ${key}.`;
    return { ...at, received: `the key ${key}`, expected: `one of ${names.join(', ')}`, remedy };
  }
  const { description = '', examples = [] } = field.meta() ?? {};
  return {
    ...at,
    received: received === undefined ? `no ${key}` : received || `an empty ${key}`,
    expected: description,
    remedy: `Write for example ${key}: ${String((examples as unknown[])[0])}`,
  };
}
