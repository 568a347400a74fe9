import { FAULT } from '../../triage/chapters.ts';
import { ESR_EL2, FAR_EL2, HPFAR_EL2, stage2FaultOf } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { otherOf, wordOf } from './readings.ts';
import type { State } from './state.ts';

export { stage2FaultOf };

/** The registers of a fault. */
export const RULES = { ESR_EL2, FAR_EL2, HPFAR_EL2 } as const;

/** togetherOf is what the three registers of a fault say together. */
export function togetherOf(state: State): HElement {
  const word = (key: 'value' | 'hpfar' | 'far') => wordOf(state, key);
  const own = linesOf({ esr: word('value'), hpfar: word('hpfar'), far: word('far') });
  const [esr, hpfar, far] = (['value', 'hpfar', 'far'] as const).map((key) => otherOf(state, key));
  const compares = [esr, hpfar, far].some((one) => typeof one === 'bigint');
  const other = linesOf({
    esr: esr ?? word('value'),
    hpfar: hpfar ?? word('hpfar'),
    far: far ?? word('far'),
  });
  return h(
    'div',
    { class: 'nb-group' },
    h('p', { class: 'nb-head' }, 'Together'),
    h('ul', { class: 'nb-says' }, ...own.map((line) => h('li', {}, line))),
    compares && h('p', { class: 'nb-head' }, 'Compared with'),
    compares &&
      h(
        'ul',
        { class: 'nb-says' },
        ...other.map((line) => h('li', {}, own.includes(line) ? '' : h('b', {}, '≠ '), line)),
      ),
    h(
      'p',
      {},
      'HPFAR_EL2 holds bits [55:12] of the address, and FAR_EL2 bits [11:0]. ',
      sourceLinks(['ARM-ARM']),
      ' R_FKLWR. What KVM does with it: ',
      h('a', { href: FAULT }, 'the fault'),
      '.',
    ),
  );
}

/** What the three registers of a fault say, in a line each. */
function linesOf(registers: { esr: bigint; hpfar: bigint; far: bigint }): string[] {
  const fault = stage2FaultOf(registers);
  const { access, level, ipa, ipaPage, va, onStage1Walk } = fault;
  const short = (address: string): string => `0x${BigInt(address).toString(16)}`;
  return fault.access === null && fault.fault === null
    ? ['No abort from a lower Exception level: HPFAR_EL2 says nothing of it.']
    : [
        `${access ?? 'access'}, ${fault.fault ?? 'a reserved status'}${level === null ? '' : `, level ${level}`}${onStage1Walk ? ', on a stage-1 table walk' : ''}.`,
        ipa !== null
          ? `Guest physical address (IPA): ${short(ipa)}.`
          : ipaPage !== null
            ? `Page of the guest physical address: ${short(ipaPage)}; its low bits are not known on a table walk.`
            : 'No guest physical address: HPFAR_EL2 is not written for this fault.',
        va === null ? 'FAR_EL2 is not valid.' : `Virtual address: ${short(va)}.`,
      ];
}
