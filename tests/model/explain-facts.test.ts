import { describe, expect, it } from 'vitest';
import {
  cacheMaintenance,
  combineStages,
  consequence,
  decodeMairAttr,
  decodeShareability,
  decodeStage2MemAttr,
  describe as describeValue,
  handleFault,
  handleGuestAbort,
  renderText,
  type Decision,
} from 'stage-two';
import {
  decisionFacts as factsIn,
  decisionMemory,
} from '../../src/model/explain/decision-facts.ts';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { mappingFacts, sizeFacts } from '../../src/model/explain/page-facts.ts';
import { tvmFacts } from '../../src/model/explain/questions/caches.ts';

const page = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' } as const;
const facts = (value: unknown): Record<string, string> => {
  const tree = describeValue(value);
  return 'facts' in tree ? Object.fromEntries(tree.facts) : {};
};
const decisionFacts = (decision: Decision) => factsIn(decision, FULL_LANGUAGE);
/** A decision with some fields changed: what the renderer makes of a field alone. */
const but = (decision: Decision, changes: object) => ({ ...decision, ...changes }) as Decision;

describe('the facts of a mapping', () => {
  const mapping = { r: true, w: true, exec: 'both', memType: 'NORMAL', memAttr: 6, size: null };
  const may = (changes: object) =>
    Object.fromEntries(mappingFacts({ ...mapping, ...changes } as never))['guest may'];

  it('name each permission', () => {
    expect(may({})).toBe('read, write, execute');
    expect(may({ w: false, exec: 'none' })).toBe('read');
    expect(may({ r: false, exec: 'EL0' })).toBe('write, execute at EL0');
    expect(may({ r: false, w: false, exec: 'EL1' })).toBe('execute at EL1');
    expect(may({ r: false, w: false, exec: 'none' })).toBe('nothing');
  });

  it('name MemAttr and the size where they are known', () => {
    const names = (changes: object) =>
      mappingFacts({ ...mapping, ...changes } as never).map(([name]) => name);
    expect(names({})).toEqual(['guest may', 'MemAttr']);
    expect(names({ memAttr: null })).toEqual(['guest may']);
    expect(names({ size: { shift: 21, ipaBack: 0 } })).toEqual(['guest may', 'MemAttr', 'size']);
    expect(sizeFacts({ shift: 21, ipaBack: 3, pfnBack: 3 })).toEqual([
      ['size', 'PMD_SIZE'],
      ['starts', '3 pages before the fault'],
    ]);
    expect(sizeFacts({ shift: 12, ipaBack: null, pfnBack: null })).toEqual([['size', 'PAGE_SIZE']]);
    expect(sizeFacts({ shift: null, ipaBack: 3, pfnBack: 3 })).toEqual([]);
    expect([true, false, null].map(tvmFacts)).toEqual([
      [['HCR_EL2.TVM', '1']],
      [['HCR_EL2.TVM', '0']],
      [],
    ]);
  });
});

describe('the facts of a decision', () => {
  const fault = handleFault('v7.3', page);
  const names = (decision: Decision) => decisionFacts(decision).map(([name]) => name);

  it('have what a field says, where it says something', () => {
    const bare = but(fault, { mapping: null, ret: null, markedDirty: false });
    expect(names(bare)).toEqual([]);
    expect(decisionFacts(but(bare, { mteTagsSanitised: true }))).toEqual([
      ['MTE tags', 'initialised'],
    ]);
    expect(decisionFacts(but(bare, { markedDirty: true }))).toEqual([['page', 'marked dirty']]);
    expect(decisionFacts(but(bare, { injected: 'data abort' }))).toEqual([
      ['guest gets', 'data abort'],
    ]);
    expect(decisionFacts(but(bare, { exit: 'KVM_EXIT_MEMORY_FAULT' }))).toEqual([
      ['exit', 'KVM_EXIT_MEMORY_FAULT'],
    ]);
    expect(names(but(bare, { exit: null, injected: null, markedDirty: null }))).toEqual([]);
    expect(names(but(bare, { verdict: 'invalid', mteTagsSanitised: true }))).toEqual([]);
  });

  it('of an abort have who handled it, and what was done', () => {
    const abort = handleGuestAbort('v7.3', { ...page, faultStatus: 'accessFlag' });
    expect(facts(abort)).toEqual({
      returns: '1',
      'handled by': 'handle_access_fault',
      effect: 'page made young',
    });
    expect(names(but(abort, { effect: null }))).toEqual(['returns', 'handled by']);
  });

  it('of bad input have no answer, though the question would', () => {
    const wrong = cacheMaintenance('v7.3', { event: 'map', fwb: 'x' as never, dic: true });
    expect(Object.keys(facts(wrong))).toEqual(['received', 'expected', 'example', 'remedy']);
  });

  it('name the memory of a leaf, with FWB or without, and of a mapping', () => {
    const leaf = (memAttr: number) =>
      decisionMemory(but(fault, { mapping: null, leaf: { memAttr } }));
    // MemAttr with FWB: 0b0110 forces Write-Back, 0b0101 Non-cacheable; 0b1111 is Normal without it.
    expect([0b0110, 0b0101, 0b0001, 0b1111].map(leaf)).toEqual(['WB', 'NC', 'Device-nGnRE', 'WB']);
    const mapped = (memType: string) =>
      decisionMemory(but(fault, { mapping: { ...fault.mapping, memType } }));
    expect(['NORMAL', 'NORMAL_NC', 'DEVICE'].map(mapped)).toEqual(['WB', 'NC', 'Device-nGnRE']);
    expect(decisionMemory(but(fault, { mapping: null }))).toBeNull();
    expect(decisionMemory(but(fault, { mapping: null, leaf: null }))).toBeNull();
  });
});

describe('what follows', () => {
  const end = (question: string, changes: object) =>
    consequence({ question, errno: null, ret: 0, ...changes } as never);
  it.each([
    ['checkExtension', { ret: 1 }, 'So the answer is 1.'],
    ['checkExtension', { ret: null }, 'So the answer is none.'],
    ['checkExtension', { ret: -22, errno: 'EINVAL' }, 'So the answer is EINVAL.'],
    ['pkvmMap', { verdict: 'refused' }, 'So the page is refused.'],
    ['pkvmMap', { verdict: 'refused', errno: 'EPERM' }, 'So the page is refused with EPERM.'],
    ['pkvmMap', { verdict: 'unknown' }, 'So the answer is not known.'],
    ['vcpuInit', { verdict: 'maintained' }, 'So a cache is maintained.'],
    ['vcpuInit', { verdict: 'not-maintained' }, 'So no cache is maintained.'],
    ['vmaPageShift', { shift: null }, 'So the VMA offers PAGE_SIZE.'],
    ['vmaPageShift', { shift: 30 }, 'So the VMA offers PUD_SIZE.'],
    [
      'handleFault',
      { verdict: 'injected', injected: 'data abort' },
      'So the guest gets a data abort.',
    ],
    ['handleFault', { verdict: 'injected' }, 'So the guest gets an instruction abort.'],
  ])('%s %o', (question, changes, text) => expect(end(question, changes)).toBe(text));
});

describe('the facts of attributes', () => {
  it.each<[unknown, Record<string, string>]>([
    [decodeMairAttr(0x04), { byte: '0x04', XS: '1' }],
    [
      decodeMairAttr(0xff),
      { byte: '0xFF', 'inner and outer': 'Write-Back, Read- and Write-Allocate', XS: '0' },
    ],
    [
      decodeMairAttr(0x54),
      {
        byte: '0x54',
        inner: 'Non-cacheable',
        outer: 'Write-Back, Write-Allocate, transient',
        XS: '1',
      },
    ],
    [
      decodeMairAttr(0xf0),
      {
        byte: '0xF0',
        'inner and outer': 'Write-Back, Read- and Write-Allocate',
        Tagged: 'yes',
        XS: '0',
        needs: 'FEAT_MTE2',
      },
    ],
    [
      decodeMairAttr(0x40),
      { byte: '0x40', 'inner and outer': 'Non-cacheable', XS: '0', needs: 'FEAT_XS' },
    ],
    [
      decodeMairAttr(0x02),
      { byte: '0x02', permitted: 'CONSTRAINED UNPREDICTABLE: behaves as some assigned byte' },
    ],
    [
      decodeStage2MemAttr(0b0110, { fwb: true }),
      { MemAttr: '0b0110', 'HCR_EL2.FWB': '1', effect: 'Write-Back whatever stage 1 asks' },
    ],
    [
      decodeStage2MemAttr(0b1111, { fwb: false }),
      { MemAttr: '0b1111', 'HCR_EL2.FWB': '0', effect: 'combined with stage 1, the weaker wins' },
    ],
    [
      decodeStage2MemAttr(0b1101, { fwb: false }),
      {
        MemAttr: '0b1101',
        'HCR_EL2.FWB': '0',
        effect: 'combined with stage 1, the weaker wins',
        inner: 'Non-cacheable',
        outer: 'Write-Back',
      },
    ],
    [
      decodeStage2MemAttr(0b1110, { fwb: true }),
      {
        MemAttr: '0b1110',
        'HCR_EL2.FWB': '1',
        effect: 'Write-Back whatever stage 1 asks',
        finding: 'MemAttr[3] is RES0 and set; the bit is ignored',
      },
    ],
  ])('%#', (value, wanted) => expect(facts(value)).toEqual(wanted));

  it('of a value that a reader made up say what is missing', () => {
    const mair = { ...decodeMairAttr(0xff), attr: null, inner: null, xs: null };
    expect(facts(mair)).toEqual({
      inner: 'not determined',
      outer: 'Write-Back, Read- and Write-Allocate',
    });
    const s2 = { ...decodeStage2MemAttr(0b1101, { fwb: false }), memAttr: null, fwb: null };
    expect(facts({ ...s2, inner: null })).toMatchObject({ inner: 'reserved', outer: 'Write-Back' });
    expect(facts({ ...s2, outer: null })).toMatchObject({ outer: 'reserved' });
    expect(Object.keys(facts(s2))).toEqual(['effect', 'inner', 'outer']);
    const both = combineStages({ s1: { attr: 0xff }, s2: { memAttr: 6 }, fwb: true });
    const all = {
      inner: null,
      outer: null,
      shareability: null,
      tagged: true,
      noTagAccess: true,
      xs: null,
    };
    expect(facts({ ...both, ...all })).toEqual({ Tagged: 'yes', NoTagAccess: 'yes' });
    expect(Object.keys(facts({ ...both, inner: null }))).toEqual([
      'inner',
      'outer',
      'shareability',
      'XS',
    ]);
  });

  it('of a shareability are its name, and what may stand for the reserved value', () => {
    expect([0, 1, 2, 3].map((sh) => renderText(decodeShareability(sh)))).toEqual([
      'NSH',
      'reserved: any of NSH, ISH, OSH',
      'OSH',
      'ISH',
    ]);
  });
});

describe('alternatives', () => {
  const shown = (alternatives: readonly string[]) => {
    const reserved = combineStages({ s1: { attr: 0xbb }, s2: { memAttr: 6 }, fwb: false });
    const line = renderText({ ...reserved, permitted: alternatives.map((device) => ({ device })) });
    return /also permitted +(.*)$/m.exec(line)?.[1];
  };
  const names = (n: number) => Array.from({ length: n }, (_, i) => `n${i}`);

  it('are six at most, and then a count', () => {
    expect(shown(names(0))).toBeUndefined();
    expect(shown(names(1))).toBe('Device-n0');
    expect(shown(names(6))).toBe(
      names(6)
        .map((name) => `Device-${name}`)
        .join('; '),
    );
    expect(shown(names(8))).toBe(
      `${names(6)
        .map((name) => `Device-${name}`)
        .join('; ')}; and 2 more`,
    );
    expect(shown(['n0', 'n0', 'n0'])).toBe('Device-n0');
  });
});
