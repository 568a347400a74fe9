import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from 'stage-two';
import { COMBINE_FIELDS, readCombine } from '../../src/model/arch/combine/input.ts';
import { readFields } from '../../src/model/base/read-fields.ts';
import { Reader } from '../../src/model/base/reader.ts';
import { CAPABILITY_FIELDS, readCapability } from '../../src/model/kvm/capability/input.ts';
import { FAULT_FIELDS, readFault } from '../../src/model/kvm/fault/input.ts';
import { readSlotQuery, SLOT_QUERY_FIELDS } from '../../src/model/kvm/memslot/input.ts';
import { readVma, VMA_FIELDS } from '../../src/model/kvm/vma/vma.ts';
import { inputs } from './support/inputs.ts';

type Read = (r: Reader, raw: unknown) => unknown;

/** Every reader that is written out by hand, by its file, with the fields that it reads. */
const BY_HAND: Readonly<Record<string, readonly [readonly Field[], Read]>> = {
  'arch/combine/input.ts': [COMBINE_FIELDS, readCombine],
  'kvm/capability/input.ts': [CAPABILITY_FIELDS, readCapability],
  'kvm/fault/input.ts': [FAULT_FIELDS, readFault],
  'kvm/memslot/input.ts': [SLOT_QUERY_FIELDS, readSlotQuery],
  'kvm/vma/vma.ts': [VMA_FIELDS, readVma],
};

const model = fileURLToPath(new URL('../../src/model', import.meta.url));
const files = globSync('**/*.ts', { cwd: model }).map((file) => file.replaceAll('\\', '/'));
const text = (file: string): string => readFileSync(join(model, file), 'utf8');

/** What a reader makes of an input; of one that it refuses that it does. */
function result(read: Read, raw: unknown): unknown {
  const reader = new Reader();
  const value = read(reader, raw);
  return reader.ok ? value : 'refused';
}

/** Inputs that fit, inputs with one value that may not, and values that are no input. */
function given(fields: readonly Field[]): fc.Arbitrary<unknown> {
  const fits = inputs(fields);
  const names = fields.map(({ name }) => name);
  const odd = fc.oneof(
    fc.constantFrom(undefined, null, -1, -0, 1, 2, 3, '0', [], {}),
    fc.anything(),
  );
  const near = fc
    .tuple(fits, fc.constantFrom(...names, 'wrong'), odd)
    .map(([input, name, value]) => ({ ...input, [name]: value }));
  return fc.oneof(fits, near, fc.anything());
}

describe('a reader that is written out by hand', () => {
  it.each(Object.entries(BY_HAND))('%s reads what its fields say', (_file, [fields, read]) => {
    let accepted = 0;
    fc.assert(
      fc.property(given(fields), (raw) => {
        const byFields = result((r, input) => readFields(r, fields, input), raw);
        if (byFields !== 'refused') accepted++;
        expect(result(read, raw)).toEqual(byFields);
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('is one of those above: every other question reads by its fields', () => {
    const byHand = files.filter((file) => /\.object\(/.test(text(file)));
    expect(byHand.filter((file) => !file.startsWith('base/')).toSorted()).toEqual(
      Object.keys(BY_HAND),
    );
  });
});

describe('what is read of an input', () => {
  it('is inferred from its fields, and written nowhere a second time', () => {
    const queries = files.flatMap(
      (file) => text(file).match(/^(?:export )?(?:interface|type) \w*Query\b.*$/gm) ?? [],
    );
    expect(queries.length).toBeGreaterThan(15);
    expect(
      queries.filter((line) => !line.includes('= ReadOf<') && !line.includes('Omit<ReadOf<')),
    ).toEqual([]);
  });
});
