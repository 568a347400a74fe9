import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { combineStages, label } from 'stage-two';

const text = readFileSync(new URL('./fixtures/worked-examples.txt', import.meta.url), 'utf8');
const [, ...tables] = text.trim().split('\n\n');

interface Example {
  readonly fwb: boolean;
  readonly attr: number;
  readonly memAttr: number;
  readonly result: string;
}

describe('worked examples', () => {
  const examples = tables.flatMap(parse);

  it('are 108: 9 bytes, 6 encodings, FWB off and on', () => expect(examples).toHaveLength(108));

  it.each(examples)(
    'FWB $fwb, byte $attr over $memAttr: $result',
    ({ fwb, attr, memAttr, result }) => {
      const combined = combineStages({ s1: { attr }, s2: { memAttr }, fwb });
      expect(label(combined).replace('Device-', 'Dev-')).toBe(result);
    },
  );
});

function parse(table: string): Example[] {
  const [name, head = '', ...rows] = table.split('\n');
  const memAttrs = cells(head).map((bits) => parseInt(bits, 2));
  return rows.flatMap((row) => {
    const attr = Number(row.split(' | ')[0]);
    return cells(row).map((result, i) => ({
      fwb: name === 'FWB=1',
      attr,
      memAttr: memAttrs[i] ?? NaN,
      result,
    }));
  });
}

function cells(line: string): string[] {
  return line.split(' | ').slice(1);
}
