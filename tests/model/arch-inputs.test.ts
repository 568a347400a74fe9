import { expect, test } from 'vitest';
import * as model from '../../src/model/index.ts';

const { ARCH_INPUTS, combineStages, stage1Attributes, accessAttributes, maintenanceNeeded } = model;
const names: Readonly<Record<string, unknown>> = { ...model };
const fieldsOf = (name: string): readonly model.Field[] =>
  (ARCH_INPUTS as Readonly<Record<string, readonly model.Field[]>>)[name] ?? [];
type Asked = (input: unknown, more?: unknown) => { readonly error?: { readonly code: string } };

/** Whose fields are those of one object. */
const ASKED_WITH_ONE = { combineStages, stage1Attributes, accessAttributes, maintenanceNeeded };

test('each name is a function of the model', () => {
  for (const name of Object.keys(ARCH_INPUTS)) expect(typeof names[name]).toBe('function');
});

test.each(Object.entries(ASKED_WITH_ONE))('%s takes its fields, and no other', (name, asked) => {
  const ask = asked as Asked;
  const input = Object.fromEntries(fieldsOf(name).map((field) => [field.name, valueOf(field)]));
  expect(ask(input).error).toBeUndefined();
  expect(ask({ ...input, other: true }).error?.code).toBe('unknown-field');
});

test('the fields of values that stand beside each other are those that are read', () => {
  expect(fieldsOf('decodeMairAttr').map(({ name }) => name)).toEqual(['attr', 'xs', 'mte2']);
  expect(fieldsOf('decodeStage2MemAttr').map(({ name }) => name)).toEqual([
    'memAttr',
    'fwb',
    'mtePerm',
  ]);
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
