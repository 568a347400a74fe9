import type { StateView } from '../machine/view.ts';
import { orNull } from './tree-reader.ts';
import type { TreeReader } from './tree-reader.ts';

/** A state of the page, as `viewOf` gives it, out of untrusted data. */
export function readView(value: unknown, { bag, text, flag }: TreeReader): StateView {
  const { phase, memory, dcache, icache, latest, owner, tenantA, tenantB } = bag(value);
  const textOrNull = (one: unknown): string | null => orNull(one, text);
  const line = (one: unknown) => {
    const { value: held, dirty } = bag(one);
    return { value: text(held), dirty: flag(dirty) };
  };
  const owned = bag(owner);
  const tenant = bag(tenantB);
  const view = {
    phase: text(phase),
    memory: text(memory),
    dcache: orNull(dcache, line),
    icache: textOrNull(icache),
    latest: textOrNull(latest),
    owner: { mapped: flag(owned['mapped']), cacheable: flag(owned['cacheable']) },
    tenantA: { mapped: flag(bag(tenantA)['mapped']) },
    tenantB: {
      mapped: flag(tenant['mapped']),
      data: textOrNull(tenant['data']),
      fetch: textOrNull(tenant['fetch']),
    },
  };
  return view as StateView;
}
