import { expect, test } from 'vitest';
import * as model from '../../src/model/index.ts';

const { ARCH_INPUTS, ...names } = model;
type Asked = (input: unknown, more?: unknown) => { readonly error?: { readonly code: string } };

/** Whose fields are those of one object. */
const ASKED_WITH_ONE = [
  'combineStages',
  'stage1Attributes',
  'accessAttributes',
  'maintenanceNeeded',
] as const;

test('each name is a function of the model', () => {
  for (const name of Object.keys(ARCH_INPUTS))
    expect(typeof (names as Record<string, unknown>)[name]).toBe('function');
});

test.each(ASKED_WITH_ONE)('%s takes its fields, and no other', (name) => {
  const ask = model[name] as Asked;
  const input = Object.fromEntries(ARCH_INPUTS[name].map((field) => [field.name, valueOf(field)]));
  expect(ask(input).error).toBeUndefined();
  expect(ask({ ...input, other: true }).error?.code).toBe('unknown-field');
});

test('the fields of values that stand beside each other are those that are read', () => {
  const fieldsOf = (name: keyof typeof ARCH_INPUTS) => ARCH_INPUTS[name].map((field) => field.name);
  expect(fieldsOf('decodeMairAttr')).toEqual(['attr', 'xs', 'mte2']);
  expect(fieldsOf('decodeStage2MemAttr')).toEqual(['memAttr', 'fwb', 'mtePerm']);
});

function valueOf({ accepts }: model.Field): unknown {
  switch (accepts.kind) {
    case 'boolean':
      return true;
    case 'integer':
      return accepts.max;
    case 'choice':
    case 'number':
      return accepts.values[0];
    case 'record':
      return Object.fromEntries(accepts.fields.map((field) => [field.name, valueOf(field)]));
    case 'list':
      return [];
  }
}
