import { describe, expect, it } from 'vitest';
import {
  checkExtension,
  diffKernels,
  granule,
  handleFault,
  kernelNamed,
  KERNELS,
  nearestFlips,
  QUESTIONS,
  renderText,
  vmaPageShift,
  wholeTable,
  type Question,
} from 'stage-two';
import { ALL } from '../../src/model/kvm/kernels/list.ts';
import sources from '../../content/data/sources.json' with { type: 'json' };

// Expectations: section 18 of the facts, which release follows which rule set, and how sure.

const caps = { fwb: true, dic: true } as const;

describe('a kernel named as people name it', () => {
  it.each([
    ['6.12', 'v6.16', 'inferred'],
    ['6.9', 'v6.16', 'inferred'],
    ['6.16', 'v6.16', 'inferred'],
    ['6.8', 'v6.16', 'inferred'],
    ['5.15.0-105-generic', 'v6.16', 'inferred'],
    ['6.1.0-31-arm64', 'v6.16', 'inferred'],
    ['6.12.95', 'v6.16', 'confirmed'],
    ['6.12.95+deb13-arm64', 'v6.16', 'confirmed'],
    ['6.1.176', 'v6.16', 'confirmed'],
    ['6.12.96', 'v6.16', 'inferred'],
    ['6.12.117', 'v6.16', 'confirmed'],
    ['6.12.118+deb13-arm64', 'v6.16', 'inferred'],
    ['6.17.13', 'v6.17', 'confirmed'],
    ['6.18.15+deb13-arm64', 'v6.17', 'confirmed'],
    ['6.18.16', 'v6.17', 'inferred'],
    ['6.16.12', 'v6.16', 'confirmed'],
    ['6.19.14', 'v6.17', 'confirmed'],
    ['7.0.13+deb13-arm64', 'v6.17', 'confirmed'],
    // It sizes blocks as v6.17 does, and v7.3 not.
    ['7.1.13', 'v6.17', 'confirmed'],
    ['7.1.14', 'v7.3', 'inferred'],
    ['6.17', 'v6.17', 'confirmed'],
    ['6.17.4', 'v6.17', 'confirmed'],
    ['6.17.4-arch1-1', 'v6.17', 'inferred'],
    ['6.17-rc3', 'v6.17', 'inferred'],
    ['linux-6.18', 'v6.17', 'inferred'],
    ['6.19', 'v6.17', 'inferred'],
    ['v7.0', 'v6.17', 'inferred'],
    ['v7.1', 'v7.3', 'inferred'],
    ['7.2.2', 'v7.3', 'inferred'],
    ['7.2.2-1-arch', 'v7.3', 'inferred'],
    ['7.3', 'v7.3', 'confirmed'],
    ['7.3.4', 'v7.3', 'confirmed'],
    ['7.4', 'v7.3', 'unknown'],
    ['8.1', 'v7.3', 'unknown'],
    ['6.14.0-1009-nvidia', 'v6.17', 'inferred'],
    [' V6.12.y ', 'v6.16', 'inferred'],
    ['Linux version 6.12.95+deb13-arm64 (debian-kernel@lists.debian.org)', 'v6.16', 'confirmed'],
    ['linux-image-6.1.0-31-arm64', 'v6.16', 'inferred'],
  ])('%s follows %s, %s', (name, rules, status) => {
    const { release, ...named } = kernelNamed(name);
    expect(named).toEqual({ rules });
    expect(release).toMatchObject({ name, rules, status });
    expect(release?.note).not.toBe('');
    const ids = new Set(sources.map(({ id }) => id));
    expect(release?.source.filter((id) => !ids.has(id))).toEqual([]);
    expect(release?.source).not.toEqual([]);
  });

  it('by a rule set itself is silent', () => {
    for (const name of KERNELS) {
      expect(kernelNamed(name)).toEqual({ rules: name });
      expect(checkExtension(name, caps)).not.toHaveProperty('release');
    }
  });

  it.each(['', 'foo', '6', 'v6', '6.', '6.71', '6.170', '2.6.32', '61.2', '6.12x', 'next', '6,12'])(
    '%j is none',
    (name) => expect(kernelNamed(name)).toMatchObject({ error: { code: 'unknown-kernel' } }),
  );

  it('that is near to one is told the nearest', () => {
    expect(kernelNamed('v6.71').error).toMatchObject({ nearest: 'v6.17' });
    expect(kernelNamed('6.71').error).toMatchObject({ nearest: 'v6.17' });
    expect(kernelNamed('foo').error).not.toHaveProperty('nearest');
  });

  it('is a text: the number 6.10 is 6.1', () =>
    expect(checkExtension(6.1 as never, caps).error).toMatchObject({
      received: 'kernel = 6.1 (a number)',
    }));

  it('takes no time, whatever it is', () => {
    for (const long of ['linux-'.repeat(1e5), `6.12${'-'.repeat(1e6)}`, '1'.repeat(1e6)])
      expect(kernelNamed(long).rules).toBeNull();
  });
});

describe('every question', () => {
  it.each(Object.keys(QUESTIONS) as Question[])(
    '%s takes a release as its rule set',
    (question) => {
      const rows = [...first(question, 40)];
      for (const input of rows)
        for (const [name, rules] of [
          ['6.12', 'v6.16'],
          ['6.18', 'v6.17'],
          ['7.2', 'v7.3'],
        ] as const) {
          const { release, ...decision } = QUESTIONS[question].ask(name, input as never);
          expect(decision).toEqual(QUESTIONS[question].ask(rules, input as never));
          expect(release?.rules).toBe(decision.verdict === 'invalid' ? undefined : rules);
        }
    },
  );

  it('says so in words, and changes no answer by it', () => {
    const text = renderText(checkExtension('6.12', caps));
    expect(text).toContain('6.12 follows v6.16, inferred: for memslot and memory type. [N-PR69,');
    const fault = { vma: { vmPfnmap: true }, ...caps, access: 'read' } as const;
    const flips = (kernel: string) =>
      nearestFlips('handleFault', kernel, fault).map(({ changes }) => changes);
    expect(flips('6.17.4')).toEqual(flips('v6.17'));
    expect(handleFault('6.12', fault).mapping?.memType).toBe('DEVICE');
  });

  it('makes tables and differences of a release', () => {
    expect(wholeTable('vmaIsCacheable', '6.18')).toMatchObject({ kernel: 'v6.17', inputs: 8 });
    const named = diffKernels('checkExtension', '6.12', '7.2');
    expect(named).toEqual(diffKernels('checkExtension', 'v6.16', 'v7.3'));
    expect(diffKernels('checkExtension', '6.12', 'v6.61').error?.code).toBe('unknown-kernel');
  });
});

describe('a stable release that took the sizes of v7.3', () => {
  // get_vma_page_shift() and user_mem_abort() of 6.12.117 and 6.12.95, as read; Debian's list of changes.
  const vma = { vmPfnmap: true } as const;
  const offered = (kernel: string) =>
    vmaPageShift(kernel, { ...vma, vmStart: 512, vmEnd: 1024, vmPgoff: 512, hva: 512 }).shift;
  const mapped = (kernel: string) =>
    granule(kernel, { vma, pfnIsMapMemory: false, hostMappingShift: 21, gfn: 512 });

  it.each(['6.12.113', '6.12.117', '6.12.118-arch1'])('%s offers no block by vm_pgoff', (name) => {
    expect(offered(name)).toBe(12);
    expect(mapped(name)).toMatchObject({ kernel: 'v6.16', shift: 21 });
    expect(kernelNamed(name).release?.note).toContain('sizes of mappings are those of v7.3');
  });

  it.each(['6.12', '6.12.112', '6.12.95', '6.11.113', 'v6.16'])('%s does', (name) => {
    expect(offered(name)).toBe(21);
    expect(mapped(name).shift).toBe(12);
  });

  it('asks what its own text asks, by its own sources', () => {
    const { because } = mapped('6.12.117');
    expect(because.map(({ check }) => check)).toContain('vma_pagesize == PAGE_SIZE && !force_pte');
    expect(new Set(because.flatMap(({ source }) => source))).toContain('LAB-612-117');
    const input = { ...caps, vma, access: 'read' } as const;
    const { release, ...answer } = handleFault('6.12.117', input);
    expect([release?.sizes, answer]).toEqual(['v7.3', handleFault('v6.16', input)]);
  });
});

function* first(question: Question, count: number): Generator<object> {
  const { error, rows } = wholeTable(question, 'v7.3');
  if (error) return;
  let left = count;
  for (const { input } of rows) {
    if (left-- === 0) return;
    yield input;
  }
}

it('every rule set has a release that follows it, in the order of the rule sets', () => {
  expect(KERNELS).toEqual(ALL.map(({ name }) => name));
});
