import { z } from 'astro/zod';
import { recorded } from './schema.ts';

/** What the schema of a recorded run asks for at a place, in its own words. */
export function expectedAt(path: readonly string[]): string {
  let schema: z.core.$ZodType = recorded;
  let described = '';
  for (const key of path) {
    const inner = innerOf(unwrapped(schema), key);
    if (inner === null) break;
    schema = inner;
    described = descriptionOf(schema);
  }
  const bare = unwrapped(schema);
  return bare instanceof z.ZodObject && described === ''
    ? `an object with ${Object.keys(bare.shape).join(', ')}`
    : described;
}

function innerOf(schema: z.core.$ZodType, key: string): z.core.$ZodType | null {
  if (schema instanceof z.ZodArray) return schema.element;
  if (!(schema instanceof z.ZodObject)) return null;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return shape[key] ?? null;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional;
  return wraps ? unwrapped(schema.unwrap()) : schema;
}

/** The description of a schema; one that may be null carries it inside. */
function descriptionOf(schema: z.core.$ZodType): string {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  const bare = unwrapped(schema);
  const inside = bare === schema ? '' : descriptionOf(bare);
  return inside === '' || !(schema instanceof z.ZodNullable) ? inside : `${inside}, or null`;
}
