import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCorrected, readCorrected } from '../../src/book/lists/corrected.ts';
import { readErrata } from '../../src/book/lists/erratum.ts';
import { contentDir } from '../../src/book/places.ts';
import { root } from '../../src/root.ts';

const { errata } = readErrata(contentDir());
const { corrected, problems } = readCorrected(contentDir(), errata);

describe('what was corrected', () => {
  test('is listed, has its errata, and stands on no page and in no list', () => {
    expect(corrected.length).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });

  const texts = ['src/**/*.{ts,astro}', 'docs/**/*.md', 'lab/**/*.md', '*.md'];
  test.each(texts)('stands in no text of %s', (pattern) => {
    const files = globSync(pattern, { cwd: root }).filter((file) => !file.includes('node_modules'));
    expect(files.length).toBeGreaterThan(0);
    const back = files.flatMap((file) =>
      findCorrected(corrected, file, readFileSync(join(root, file), 'utf8')),
    );
    expect(back.map(({ file, line, received }) => `${file}:${line} ${received}`)).toEqual([]);
  });

  // The sentences as they stood at the first release, one for each pattern that they gave.
  test.each([
    'To downgrade in silence a guest that was promised cacheable memory is a regression.',
    'Refuses WARN and BUG; calls such a fallback a regression; wants user buy-in.',
    'At first he takes the aim to be that missing maintenance is forbidden.',
    'A memslot flag is a bad precedent. On v6 he refuses it with a NAK.',
    'The place is the registration of the memslot. It is not `mmap()`.',
    'a destination that checks at the fault alone, as version 3 did, or at the memslot too.',
    'arm64 predicate telling whether a PFN belongs to memory covered by the linear map',
    'Upton’s four rules and DIC; what lies in the linear map counts as ordinary memory.',
    'Whatever the VMA says, memory outside the linear map is Device or Normal-NC.',
    'A frame without an alias in the linear map became Device, whatever the VMA said.',
    'and a reserved part of about 1 GB kept uncached for a hardware defect with MIG.',
    'No KVM or VFIO selftest of 7.3.4 touches PFNMAP, FWB or the capability.',
    'No backport of `2a8dfab26677` to a stable kernel is known here, and no CVE number.',
    'It is another defect than the cacheable check.',
    'Anything else is not about your mapping.',
    'KVM traps it and, without FWB, flushes the whole VM once; with FWB it ignores it.',
    'In 7.3 the pages that replace a block seem to be rebuilt from permission and software bits',
    'numbered the section 7.43, which today belongs to a capability of RISC-V.',
    'A PFNMAP page cannot be pinned: an assumption here, not derived from the code.',
    'In KVM that one takes an address, too.',
    'The report is open and names no cause.',
    'The state of VFIO dma-buf mappings after the first posting is not confirmed.',
    'Does any driver make a cacheable `VM_MIXEDMAP` mapping of memory outside the linear map?',
  ])('is known again: %s', (sentence) => {
    expect(findCorrected(corrected, 'a page', sentence)).toHaveLength(1);
  });
});

test('the collected facts hold no list of corrections', () => {
  const facts = readFileSync(join(contentDir(), 'data/facts.json'), 'utf8');
  expect(facts).toContain('history.md');
  expect(facts).not.toContain('CHANGES.md');
});
