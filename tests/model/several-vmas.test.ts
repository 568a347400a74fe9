import { expect, it } from 'vitest';
import { KERNELS, prepareMemoryRegion, rowTable, type MemslotInput } from 'stage-two';

/* /reference/every-memslot/ says how its rows of one VMA answer a slot over several. */

it.each(KERNELS)('over two VMAs %s answers as to the first that it refuses alone', (kernel) => {
  const { table } = rowTable('prepareMemoryRegion', kernel);
  const vmas = new Map<string, NonNullable<MemslotInput['vmas']>[number]>();
  const rest = new Map<string, Omit<MemslotInput, 'vmas'>>();
  if (table === null) throw new Error('no table');
  for (let row = 0; row < table.size; row += 1) {
    if (table.answer(row) < 0) continue;
    const { vmas: list, ...others } = table.input(row) as unknown as MemslotInput;
    for (const vma of list ?? []) vmas.set(JSON.stringify(vma), vma);
    rest.set(JSON.stringify(others), others);
  }
  expect(vmas.size).toBeGreaterThan(50);
  const some = [...rest.values()].filter((_, i) => i % Math.ceil(rest.size / 12) === 0);
  const otherwise: unknown[] = [];
  let refused = 0;
  for (const others of some)
    for (const a of vmas.values())
      for (const b of vmas.values()) {
        const alone = [a, b].map((vma) => prepareMemoryRegion(kernel, { ...others, vmas: [vma] }));
        const first = alone.find(({ errno }) => errno !== null);
        const both = prepareMemoryRegion(kernel, { ...others, vmas: [a, b] });
        if (both.errno !== (first?.errno ?? null)) otherwise.push([others, a, b, both.errno]);
        if (both.errno !== null) refused += 1;
      }
  expect(otherwise).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});
