import { Situation } from './case/situation.ts';

/** Keys of which a text says one thing, so that a choice can disagree with it. */
const SINGLE = [
  'call',
  'errno',
  'exit',
  'kernel',
  'pageSize',
  'mte',
  'pkvm',
  'protectedVm',
  'fwb',
  'dic',
  'fscLine',
  'vmaLine',
  'readsWork',
  'ipaBits',
  'slot.flags',
  'vmFlags',
  'capabilityAnswer',
] as const;

/** Where text and choice disagree the choice counts, and this says so. */
export function conflicts({ book, asked }: Situation): string[] {
  const text = new Situation(book, {});
  return SINGLE.flatMap((key) => {
    const chosen = asked[key];
    const said = chosen === undefined ? null : text.get(key);
    if (chosen === undefined || said === null || said.value === chosen) return [];
    if (key === 'kernel' && said.value.startsWith(chosen)) return [];
    const where = said.line === null ? 'The text' : `Line ${said.line}`;
    return [`${where} says ${key} ${said.value}. You chose ${chosen}, and the choice counts.`];
  });
}
