import type { State } from './state.ts';

/** The fault, and the one with which it is compared: a register that is not given is the same. */
export function faultsOf(state: State): { esr: string; hpfar: string; far: string }[] {
  const { value = '', hpfar = '', far = '' } = state;
  const others = [state['other'], state['other-hpfar'], state['other-far']];
  const own = { esr: value, hpfar, far };
  if (others.every((one) => (one ?? '') === '')) return [own];
  const [esr, page, address] = others;
  return [own, { esr: esr || value, hpfar: page || hpfar, far: address || far }];
}
