import type { Attributes, Half } from '../../model/index.ts';
import { bit } from './adapter.ts';
import type { Cell } from './vector-file.ts';

/**
 * Attributes in the fields of a `results` object. `xs` is for FnXS = 0, `xsWithFnXs` for
 * FnXS = 1; the two answers agree in everything else. Fields of the other type are left out.
 */
export function resultOf(plain: Attributes, withFnXs: Attributes): Readonly<Record<string, Cell>> {
  const common = {
    shareability: plain.shareability,
    tagged: bit(plain.tagged),
    noTagAccess: bit(plain.noTagAccess),
    xs: bit(plain.xs),
    xsWithFnXs: bit(withFnXs.xs),
  };
  if (plain.device !== null) return { type: 'Device', device: plain.device, ...common };
  return {
    type: 'Normal',
    ...half('inner', plain.inner),
    ...half('outer', plain.outer),
    ...common,
  };
}

function half(name: 'inner' | 'outer', value: Half | null): Readonly<Record<string, Cell>> {
  return {
    [name]: value?.cacheability ?? null,
    [`${name}Hints`]: value?.hints ?? null,
    [`${name}Transient`]: bit(value?.transient ?? null),
  };
}

/** The fields in which two results differ; empty where they are the same. */
export function differingFields(
  a: Readonly<Record<string, Cell>>,
  b: Readonly<Record<string, Cell>>,
): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => a[field] !== b[field]);
}
