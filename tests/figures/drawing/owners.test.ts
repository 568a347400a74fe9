import { describe, expect, it } from 'vitest';
import { drawingNamed } from '../../../src/figures/drawing/list.ts';
import type { Values } from '../../../src/figures/form/field.ts';

/** Every state of a drawing: all choices of all fields. */
async function states(name: string): Promise<{ values: Values; says: string; word: string }[]> {
  const { fields, frames } = await drawingNamed(name);
  const all = fields.reduce<Values[]>(
    (some, { key, options }) =>
      some.flatMap((values) => options.map(([value]) => ({ ...values, [key]: value }))),
    [{}],
  );
  return all.flatMap((values) =>
    frames(values).map(({ says, word }) => ({ values, says, word: word ?? '' })),
  );
}

describe('who owns which table', () => {
  // CODE734: gmem_abort() consults no VMA and asks for no FWB; the slot check asks for both features.
  it('guest_memfd is mapped on every host, a cacheable PFNMAP with FWB and DIC alone', async () => {
    for (const { values, word, says } of await states('guest-memfd')) {
      const both = values['fwb'] === '1' && values['dic'] === '1';
      expect(word, says).toBe(values['memory'] === 'gmem' || both ? 'mapped' : 'EINVAL');
      expect(says.includes('first cleans')).toBe(
        values['memory'] === 'gmem' && values['fwb'] === '0',
      );
    }
  });

  // CODE734, and LAB-734 for the EPERM: EL2 takes memory that may be shared; GUP refuses VM_PFNMAP.
  it('pKVM refuses the page of a device, each kind of VM with its own errno', async () => {
    const ends = (await states('pkvm')).map(({ values, word }) => [
      values['vm'],
      values['page'],
      word,
    ]);
    expect(ends).toEqual([
      ['kvm', 'device', 'mapped'],
      ['kvm', 'ram', 'mapped'],
      ['pkvm', 'device', 'EPERM'],
      ['pkvm', 'ram', 'mapped'],
      ['protected', 'device', 'EFAULT'],
      ['protected', 'ram', 'mapped'],
    ]);
  });

  // L-RMMS2 for the constants; SAIL94 for what they make of a request with FWB.
  it.each([
    ['protected', '0110', ['WB', 'WB', 'WB']],
    ['coherent', '0111', ['WB', 'NC', 'Device-nGnRE']],
    ['other', '0101', ['NC', 'NC', 'Device-nGnRE']],
  ])('with FWB a %s page of a Realm has %s', async (page, bits, seen) => {
    const says = (await states('cca'))
      .filter(({ values }) => values['page'] === page && values['fwb'] === '1')
      .map((state) => state.says);
    expect(says).toHaveLength(3);
    says.forEach((line, i) => {
      expect(line).toContain(`writes ${bits}`);
      expect(line).toContain(`accesses are ${seen[i]}.`);
    });
  });

  // CODE734: L1's attributes are not consulted, its permissions are.
  it('of L1 a nested guest gets the permissions, and never the type', async () => {
    for (const { values, says, word } of await states('nested')) {
      const granted = { rwx: 'R W X', rw: 'R W', r: 'R' }[values['grants'] ?? ''];
      const [ends, line] =
        values['host'] === '1'
          ? ['mapped', `it grants ${granted}, as L1 does, and L2's accesses are WB`]
          : ['EFAULT', 'KVM_RUN fails with EFAULT'];
      expect(word).toBe(ends);
      expect(says).toContain(line);
    }
  });
});
