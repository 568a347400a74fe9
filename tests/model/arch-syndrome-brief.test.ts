import { decodeSyndrome, fieldNamed, syndromeInBrief } from 'stage-two';
import { expect, it } from 'vitest';

const NAMES = ['EC', 'ISV', 'CM', 'S1PTW', 'WnR', 'DFSC', 'IFSC'];

/** Every class with every status, and each bit between them by itself and with all others. */
function* syndromes(): Generator<bigint> {
  for (let ec = 0n; ec < 64n; ec++)
    for (let code = 0n; code < 64n; code++)
      for (const between of [0n, ...[6n, 7n, 8n, 9n, 24n].map((bit) => 1n << bit), 0x1ffffc0n])
        yield (ec << 26n) | between | code;
}

it('a syndrome in brief says what the whole of it says', () => {
  const wrong: string[] = [];
  for (const esr of syndromes()) {
    const { fields, fault } = decodeSyndrome(esr);
    const whole = NAMES.flatMap((name) => {
      const { value, meaning } = fieldNamed(fields, name) ?? {};
      return value == null ? [] : [{ name, value, meaning }];
    });
    const brief = syndromeInBrief(esr);
    if (JSON.stringify([brief.fields, brief.fault]) !== JSON.stringify([whole, fault]))
      wrong.push(`0x${esr.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

it('bits above a syndrome of 64 bits are left out', () => {
  expect(syndromeInBrief((1n << 64n) | 0x92000061n)).toEqual(syndromeInBrief(0x92000061n));
});

it('its words are those of the manual', () => {
  // ARM-ARM, ESR_EL2: EC 0b100100, ISV 0, WnR 1, DFSC 0b100001.
  expect(syndromeInBrief(0x92000061n)).toEqual({
    fault: 'alignment',
    fields: [
      { name: 'EC', value: 0x24, meaning: 'Data Abort from a lower Exception level' },
      { name: 'ISV', value: 0, meaning: 'no' },
      { name: 'CM', value: 0, meaning: 'no' },
      { name: 'S1PTW', value: 0, meaning: 'no' },
      { name: 'WnR', value: 1, meaning: 'write' },
      { name: 'DFSC', value: 0x21, meaning: 'Alignment fault' },
    ],
  });
});
