import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipsInWords, handleFault, nearestFlips, type FaultInput, type Flip } from 'stage-two';
import { answer, asked } from './support/inputs.ts';

const refused: FaultInput = { vma: { vmPfnmap: true }, fwb: true, dic: false, access: 'read' };

/** What kernel bookkeeping and the account of the answer hold, which nobody outside can see. */
const UNSEEN = new Set(
  'question kernel errno because memcache mteTagsSanitised markedDirty hwpoisonSignal'
    .concat(' pageReleased refusedVma')
    .split(' '),
);

/** What two answers differ in, for this test: everything that user space or the guest can see. */
function visible(decision: object): string {
  return JSON.stringify(Object.entries(decision).filter(([name]) => !UNSEEN.has(name)));
}

/** Makes the changes by hand: `vma.attrIndx` and `vmas[1].vmPfnmap` are paths into the input. */
function changed(input: object, flip: Flip): object {
  const copy = structuredClone(input) as Record<string, unknown>;
  for (const { field, to } of flip.changes) {
    const path = field.replaceAll('[', '.').replaceAll(']', '').split('.');
    const last = path.pop() ?? '';
    const place = path.reduce((at, key) => at[key] as Record<string, unknown>, copy);
    if (to === null && last !== 'vma') delete place[last];
    else place[last] = to === 'plain' && last === 'vma' ? {} : to;
  }
  return copy;
}

describe('nearestFlips', () => {
  it('finds what would map a refused cacheable PFNMAP', () => {
    expect(flipsInWords(nearestFlips('handleFault', 'v6.17', refused))).toEqual([
      'vma.vmPfnmap false instead of true: mapped, WB',
      'vma.attrIndx 2, 3 or 4 instead of 0: mapped, Device-nGnRE',
      'pfnIsMapMemory true instead of false: mapped, WB',
      'dic true instead of false: mapped, WB',
      'pfnLookup hwpoison instead of ok: signalled to user space',
    ]);
  });

  it('finds pairs only where no single change is enough', () => {
    const flips = nearestFlips('checkExtension', 'v7.3', {
      vmFd: true,
      protectedVm: true,
      fwb: false,
      dic: true,
    });
    expect(flips.every((flip) => flip.changes.length === 1)).toBe(true);
    expect(nearestFlips('checkExtension', 'v6.16', { fwb: true, dic: true })).toEqual([]);
  });

  it('gives changes that flip, with the answer that they give', () => {
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        const now = answer(question, kernel, input);
        for (const flip of nearestFlips(question, kernel, input)) {
          const then = answer(question, kernel, changed(input, flip));
          expect(then).toEqual(flip.decision);
          expect(visible(then)).not.toBe(visible(now));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('misses no single change of a flag', () => {
    const flags = [
      'pfnIsMapMemory',
      'fwb',
      'dic',
      'permissionFault',
      'dirtyLogging',
      'vmHasMte',
      'invalidateRetry',
    ] as const;
    const faults = fc.record({
      access: fc.constantFrom('read', 'exec'),
      vmPfnmap: fc.boolean(),
      attrIndx: fc.nat(7),
    });
    fc.assert(
      fc.property(
        faults,
        fc.record(Object.fromEntries(flags.map((f) => [f, fc.boolean()]))),
        (fault, set) => {
          const { access, ...vma } = fault;
          const input = { ...set, access, vma } as unknown as FaultInput;
          const now = handleFault('v7.3', input);
          const flips = nearestFlips('handleFault', 'v7.3', input);
          const found = new Set(flips.map((f) => f.changes.map((c) => c.field).join()));
          for (const flag of flags) {
            const then = handleFault('v7.3', { ...input, [flag]: !input[flag] });
            expect(found.has(flag)).toBe(visible(then) !== visible(now));
          }
        },
      ),
    );
  });
});
