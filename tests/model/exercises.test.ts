import { describe, expect, it } from 'vitest';
import {
  checkExtension,
  combineStages,
  handleFault,
  label,
  memoryName,
  prepareMemoryRegion,
  type FaultInput,
  type MemslotInput,
  type Vma,
} from 'stage-two';

// The keys are those of the project's exercise list, which was made from the reference tables.
// F(kind, type, any-uncached, RAM, FWB, DIC, access) and M(change, flags, FWB, DIC, VMA) as there.

const KINDS: readonly Vma[] = [{}, { vmPfnmap: true }, { vmMixedmap: true }];

function F(
  kind: number,
  type: number,
  anyUc: number,
  ram: number,
  fwb: number,
  dic: number,
  access: string,
) {
  const vma = { ...KINDS[kind], attrIndx: type, vmAllowAnyUncached: anyUc === 1 };
  return fault({
    vma,
    pfnIsMapMemory: ram === 1,
    fwb: fwb === 1,
    dic: dic === 1,
    access: access as FaultInput['access'],
  });
}

function fault(input: FaultInput): string {
  const { mapping, errno, injected } = handleFault('v7.3', input);
  if (mapping === null) return injected ?? errno ?? 'nothing';
  const may = `${mapping.r ? 'R' : ''}${mapping.w ? 'W' : ''}${mapping.x ? 'X' : ''}`;
  return `${mapping.memType} ${may} 0x${mapping.memAttr?.toString(16)}`;
}

const P: Vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL_NC' };
const PC: Vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' };
const XC: Vma = { vmMixedmap: true, attrIndx: 'MT_NORMAL' };

function M(
  change: MemslotInput['change'],
  log: number,
  fwb: number,
  dic: number,
  vma: Vma,
  more: Partial<MemslotInput> = {},
) {
  const input = { logDirtyPages: log === 1, fwb: fwb === 1, dic: dic === 1, vmas: [vma], ...more };
  return prepareMemoryRegion('v7.3', change ? { change, ...input } : input).errno ?? 0;
}

describe('exercises', () => {
  it.each([
    [1, F(0, 0, 0, 1, 0, 0, 'read'), 'NORMAL RW 0xf'],
    [2, F(0, 0, 0, 1, 1, 1, 'read'), 'NORMAL RWX 0x6'],
    [3, F(1, 0, 0, 0, 1, 1, 'read'), 'NORMAL RWX 0x6'],
    [4, F(1, 0, 0, 0, 1, 0, 'read'), 'EFAULT'],
    [4, F(1, 0, 0, 0, 0, 1, 'read'), 'EFAULT'],
    [5, F(1, 3, 0, 0, 1, 1, 'read'), 'DEVICE RW 0x1'],
    [6, F(1, 3, 1, 0, 1, 1, 'read'), 'NORMAL_NC RW 0x5'],
    [6, F(1, 2, 0, 0, 1, 1, 'read'), 'DEVICE RW 0x1'],
    [7, F(1, 2, 1, 0, 1, 1, 'exec'), 'instruction abort'],
    [7, F(1, 0, 0, 0, 0, 0, 'exec'), 'EFAULT'],
    [8, F(1, 0, 0, 1, 0, 0, 'read'), 'NORMAL RW 0xf'],
    [8, M('CREATE', 0, 0, 0, PC), 'EINVAL'],
    [9, F(1, 3, 0, 1, 0, 0, 'read'), 'NORMAL RW 0xf'],
    [10, M('CREATE', 0, 0, 0, XC), 0],
    [10, F(2, 0, 0, 0, 1, 0, 'read'), 'EFAULT'],
    [11, F(1, 1, 0, 0, 1, 1, 'read'), 'NORMAL RWX 0x6'],
    [12, F(1, 0, 1, 0, 1, 1, 'read'), 'NORMAL RWX 0x6'],
    [13, M('CREATE', 1, 1, 1, P), 'EINVAL'],
    [13, M('FLAGS_ONLY', 1, 1, 1, PC), 'EINVAL'],
    [14, M('CREATE', 0, 1, 1, PC, { vmHasMte: true }), 'EINVAL'],
    [14, M('CREATE', 0, 1, 1, { ...PC, vmMteAllowed: true }, { vmHasMte: true }), 0],
    [16, M('CREATE', 0, 0, 1, PC, { beyondIpa: true }), 'EFAULT'],
    [17, M('MOVE', 0, 1, 0, PC), 'EINVAL'],
    [17, M('DELETE', 0, 0, 0, PC), 0],
    [17, M('FLAGS_ONLY', 0, 0, 1, PC), 'EINVAL'],
    [18, M('CREATE', 0, 0, 1, {}), 0],
    [18, F(1, 0, 0, 0, 0, 1, 'read'), 'EFAULT'],
  ])('%i: %s', (_number, got, key) => expect(got).toBe(key));

  it('14: at the fault, a VM with MTE refuses the cacheable page and maps the Device one', () => {
    const common = { vmHasMte: true, fwb: true, dic: true, access: 'read' } as const;
    expect(fault({ vma: PC, ...common })).toBe('EFAULT');
    expect(fault({ vma: P, ...common })).toBe('DEVICE RW 0x1');
  });

  it.each([
    [0, 2, 0],
    [0, 3, 'EINVAL'],
    [5, 6, 'EINVAL'],
    [6, 8, 0],
  ])('15: slot [2, 6), cacheable PFNMAP at [%i, %i)', (start, end, key) => {
    const got = M('CREATE', 0, 0, 0, { ...PC, start, end }, { slot: { start: 2, end: 6 } });
    expect(got).toBe(key);
  });

  it.each([
    [{ vmFd: false, fwb: true, dic: true, idc: true }, -22],
    [{ fwb: true, dic: true, idc: false }, 1],
    [{ fwb: true, dic: false, idc: true }, 0],
    [{ protectedVm: true, pkvmHost: true, fwb: true, dic: true, idc: true }, 0],
  ])('19: capability for %o', (input, key) => expect(checkExtension('v7.3', input).ret).toBe(key));

  it.each([
    [0x04, 0b0110, true, 'WB'],
    [0x04, 0b0111, true, 'Device-nGnRE'],
    [0x04, 0b0101, true, 'Device-nGnRE'],
    [0x00, 0b0001, true, 'Device-nGnRnE'],
    [0x44, 0b0110, true, 'WB'],
    [0xff, 0b0101, false, 'NC'],
    [0x77, 0b1010, false, 'WT'],
  ])('23: byte %i over MemAttr %i', (attr, memAttr, fwb, key) => {
    expect(memoryName(combineStages({ s1: { attr }, s2: { memAttr }, fwb }))).toBe(key);
  });

  it('23: the details of the last two', () => {
    const nc = combineStages({ s1: { attr: 0xff }, s2: { memAttr: 0b0101 }, fwb: false });
    const wt = combineStages({ s1: { attr: 0x77 }, s2: { memAttr: 0b1010 }, fwb: false });
    expect([label(nc), label(wt)]).toEqual(['NC OSH', 'WT RWA tr ISH']);
  });
});
