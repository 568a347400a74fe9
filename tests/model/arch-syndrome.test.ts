import {
  accessAttributes,
  decodeRegister,
  decodeStage2Fault,
  stage1Attributes,
  type AccessInput,
} from 'stage-two';
import { describe, expect, it } from 'vitest';
import { meaning } from './support/registers.ts';

const DATA = 0x24n << 26n;
const FETCH = 0x20n << 26n;
const ISV = 1n << 24n;

/** Where the fields of a value meet: each starts below the one before, from bit 63 to bit 0. */
function gaps(word: bigint): string[] {
  let next = 63;
  const wrong: string[] = [];
  for (const { bits, name } of decodeRegister('ESR_EL2', word).fields) {
    const [hi = 0, lo = hi] = bits.split(':').map(Number);
    if (hi !== next) wrong.push(`${name} at ${bits}, not ${next}`);
    next = lo - 1;
  }
  return next === -1 ? wrong : [...wrong, `ends at ${next + 1}`];
}

describe('ESR_EL2 of an abort', () => {
  /** Fields of ISS by the kind of fault, as the manual has them: bits [23:11]. */
  const names = (word: bigint) =>
    decodeRegister('ESR_EL2', word)
      .fields.filter(({ bits }) => Number(bits.split(':')[0]) < 24 && parseInt(bits, 10) > 10)
      .map(({ name }) => name)
      .filter((name) => name !== 'RES0')
      .join(' ');
  it.each([
    ['translation', DATA | 0x07n, 'TopLevel FnP VNCR LST'],
    ['access flag', DATA | 0x0bn, 'TopLevel FnP VNCR LST'],
    ['permission', DATA | 0x0fn, 'TopLevel FnP VNCR LST'],
    ['external', DATA | 0x10n, 'TopLevel WU FnP PFV VNCR SET'],
    ['external on a walk', DATA | 0x17n, 'TopLevel WU FnP PFV VNCR SET'],
    ['alignment', DATA | 0x21n, 'TopLevel FnP VNCR'],
    ['a syndrome', DATA | ISV | 0x07n, 'SAS SSE SRT SF AR VNCR LST'],
    ['a fetch, translation', FETCH | 0x07n, 'TopLevel'],
    ['a fetch, external', FETCH | 0x10n, 'TopLevel PFV SET'],
    ['a fetch, external on a walk', FETCH | 0x17n, 'TopLevel PFV'],
  ])('%s: %s', (_what, word, wanted) => expect(names(word)).toBe(wanted));

  const kinds = [0x00n, 0x04n, 0x08n, 0x0cn, 0x10n, 0x14n, 0x21n, 0x30n, 0x3fn];

  it('has a field or RES0 for every bit, whatever the fault', () => {
    for (const fsc of kinds)
      for (const word of [DATA | fsc, DATA | ISV | fsc, FETCH | fsc, 0x16n << 26n])
        expect(gaps(word)).toEqual([]);
  });
});

describe('a stage-2 fault', () => {
  const far = 0xffff_1234n;
  const hpfar = 0x5670n;
  const steps = (esr: bigint) => decodeStage2Fault({ esr, hpfar, far }).because;
  const answers = (esr: bigint) => steps(esr).map(({ check, answer }) => `${check}: ${answer}`);

  it('is read in the order of the registers, from sources', () => {
    expect(answers(DATA | 0x07n)).toEqual([
      'ESR_EL2.EC: Data Abort from a lower Exception level',
      'ESR_EL2.DFSC: Translation fault, level 3',
      'HPFAR_EL2 is written: true',
      'faulting IPA: 0x0000000000567234',
    ]);
    expect(answers(DATA | (1n << 7n) | 0x0fn).slice(2)).toEqual([
      'HPFAR_EL2 is written: true',
      'faulting IPA: 0x0000000000567000',
    ]);
    expect(answers(FETCH | 0x0fn).slice(1)).toEqual([
      'ESR_EL2.IFSC: Permission fault, level 3',
      'HPFAR_EL2 is written: false',
      'faulting IPA: unknown',
    ]);
    expect(answers(DATA | 0x3fn)[1]).toBe('ESR_EL2.DFSC: reserved');
    expect(answers(0x3fn << 26n)).toEqual(['ESR_EL2.EC: reserved']);
    for (const step of steps(DATA | 0x07n)) {
      expect(step.source).toEqual(['ARM-ARM']);
      expect(Object.keys(step.inputs).length).toBeGreaterThan(0);
    }
    expect(steps(DATA | 0x07n).map(({ inputs }) => inputs)).toEqual([
      { 'ESR_EL2.EC': '0x24' },
      { 'ESR_EL2.DFSC': '0x07' },
      { fault: 'translation', onStage1Walk: false },
      { hpfarWritten: true, onStage1Walk: false },
    ]);
    expect(steps(DATA | 0x07n).map(({ decides }) => decides)).toEqual([false, false, false, true]);
  });

  it('has no VA only for an External abort with FnV', () => {
    const va = (esr: bigint) => decodeStage2Fault({ esr, hpfar, far }).va;
    expect(va(DATA | (1n << 10n) | 0x10n)).toBeNull();
    expect(va(DATA | 0x10n)).toBe('0x00000000ffff1234');
    expect(va(DATA | (1n << 10n) | 0x07n)).toBe('0x00000000ffff1234');
  });
});

describe('values of fields', () => {
  it.each([
    ['MAIR_EL1', 0x88n, 'Attr0', 'Normal WT no-allocate'],
    ['MAIR_EL1', 0xc4n, 'Attr0', 'Normal outer WB no-allocate, inner NC'],
    ['MAIR_EL1', 0x02n, 'Attr0', 'reserved'],
    ['MAIR_EL1', 0x01n, 'Attr0', 'Device-nGnRnE, XS = 0'],
    ['CTR_EL0', 0n, 'CWG', 'not given here: assume 512 words, 2048 bytes'],
    ['CTR_EL0', 1n << 24n, 'CWG', '2 words, 8 bytes'],
    ['CTR_EL0', 9n << 24n, 'CWG', '512 words, 2048 bytes'],
    ['CTR_EL0', 10n << 24n, 'CWG', 'reserved'],
    ['CTR_EL0', 1n << 20n, 'ERG', 'reserved'],
    ['CTR_EL0', 2n << 20n, 'ERG', '4 words, 16 bytes'],
    ['CTR_EL0', 0n, 'IminLine', '1 word, 4 bytes'],
    ['VTCR_EL2', (1n << 32n) | (1n << 33n), 'SL0', 'level -1'],
    ['VTCR_EL2', 1n << 32n, 'SL0', 'level 2'],
    ['VTCR_EL2', 1n << 33n, 'SL0', 'level 2'],
    ['VTCR_EL2', 3n << 14n, 'SL0', 'reserved'],
  ] as const)('%s %o: %s is %s', (register, word, field, text) =>
    expect(meaning(register, word, field)).toBe(text),
  );

  it('of a register that the model does not know are not told', () => {
    const { error, ...rest } = decodeRegister('SCTLR_EL1' as never, 0n);
    expect(rest).toEqual({
      kind: 'register',
      name: null,
      title: 'unknown register',
      value: null,
      fields: [],
      findings: [],
      source: ['ARM-ARM'],
    });
    expect(error?.code).toBe('unknown-choice');
    for (const name of [7, ['CTR_EL0'], null])
      expect(decodeRegister(name as never, 0n).error?.code).toBe('wrong-type');
    expect(decodeRegister('CTR_EL0', -1n)).toMatchObject({ name: 'CTR_EL0', fields: [] });
  });
});

describe('an access under the controls', () => {
  const s2 = { memAttr: 0b1111 };
  const steps = (input: AccessInput) =>
    accessAttributes(input).because.map(({ check, inputs, answer }) => [check, inputs, answer]);

  it('names HCR_EL2.DCT where DC is 1, and the byte where stage 1 is on', () => {
    expect(steps({ hcr: { dc: true, dct: true }, s2 })[1]).toEqual([
      'stage-1 default',
      { 'HCR_EL2.DCT': 1 },
      'WB',
    ]);
    expect(steps({ s1: { attr: 0xff }, s2 }).slice(1)).toEqual([
      ['SCTLR_EL1.M', { 'SCTLR_EL1.M': 1 }, true],
      ['MAIR_EL1.Attr', { s1Attr: 0xff }, 'WB'],
      ['SCTLR_EL1.C', { access: 'data', 'SCTLR_EL1.C': 1 }, 'WB'],
      ['MemAttr[3:0]', { s2MemAttr: 15, 'HCR_EL2.FWB': 0, mtePerm: false }, expect.any(String)],
      ['HCR_EL2.CD', { access: 'data', 'HCR_EL2.CD': 0 }, 'WB'],
    ]);
  });

  it('is reserved where a byte or MemAttr leaves it open, with every answer permitted', () => {
    const byte = accessAttributes({ s1: { attr: 0x02 }, s2 });
    const both = accessAttributes({ s1: { attr: 0xff }, s2: { memAttr: 0b0100 } });
    for (const { because, permitted, findings } of [byte, both]) {
      expect(because.at(-1)?.answer).toBe('reserved');
      expect(permitted.length).toBeGreaterThan(1);
      expect(findings.map(({ finding }) => finding)).toEqual(['reserved']);
    }
    expect(byte.findings[0]?.field).toBe('s1.attr');
    expect(both.findings[0]?.field).toBe('s2.memAttr');
  });

  it('has a finding for MemAttr[3] without FEAT_MTE_PERM, which changes nothing', () => {
    const s1 = { attr: 0xff };
    const set = accessAttributes({ s1, hcr: { fwb: true }, s2: { memAttr: 0b1110 } });
    const clear = accessAttributes({ s1, hcr: { fwb: true }, s2: { memAttr: 0b0110 } });
    expect(set.permitted).toEqual(clear.permitted);
    expect(set.findings).toMatchObject([{ field: 's2.memAttr', finding: 'res0-set' }]);
    expect(set.findings[0]?.permitted).toMatch(/RES0 .* ignored$/);
    expect(set.type).toBe('Normal');
    expect(clear.findings).toEqual([]);
  });

  it('is Normal or Device by its type in every answer that is permitted', () => {
    const types = new Set<string>();
    for (const attr of [0x00, 0x02, 0x44, 0xff])
      for (const memAttr of [0b0001, 0b0101, 0b1111])
        for (const { type, device, inner, outer } of accessAttributes({
          s1: { attr },
          s2: { memAttr },
        }).permitted) {
          expect([type, inner === null, outer === null]).toEqual(
            device === null ? ['Normal', false, false] : ['Device', true, true],
          );
          types.add(type);
        }
    expect(types.size).toBe(2);
  });

  it('of stage 1 alone says what was wrong', () => {
    const { error, type } = stage1Attributes({ s1: { attr: 999 } } as never);
    expect([type, error?.code]).toEqual(['invalid', 'out-of-range']);
  });
});
