import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import type { Brought } from './brought.ts';
import { drawGroup } from './fields.ts';
import { NAME, writeLink } from './link.ts';
import { groupsOf } from './readings.ts';
import { kindOf, PRESET, type State } from './state.ts';

/** What stands in the places of the figure; live where somebody hears what is done to it. */
export function partsWith({ rules, faults, dump }: Brought, state: State, live = true): Parts {
  const kind = kindOf(state);
  const drawn =
    kind === 'ptdump'
      ? (dump?.drawPtdump(state) ?? [])
      : groupsOf(state, rules).map((one) => drawGroup(state, one, live));
  return {
    about: aboutOf(state),
    groups: kind === 'fault' && faults ? [faults.togetherOf(state), ...drawn] : drawn,
    link: [
      h('a', { href: state === PRESET ? `#${NAME}` : writeLink(state) }, 'Link to this number'),
    ],
  };
}

/** What has to be known before the number can be read; nothing where it is. */
function aboutOf(state: State): HNode[] {
  if (kindOf(state) !== 'leaf') return [];
  const lines: HNode[] = [];
  if (state['regime'] === 'unknown')
    lines.push(
      h(
        'p',
        {},
        'A descriptor does not say whose it is, and the two formats share no memory type: stage 2 exists in the EL1&0 regime alone, a table of EL2 has the format of stage 1. Choose whose table it is to see one reading. ',
        sourceLinks(['SAIL94', 'ARM-ARM']),
      ),
    );
  if (state['regime'] === 'pkvm')
    lines.push(
      h(
        'p',
        {},
        "pKVM wrote its host's stage 2 in the coding without FWB on every CPU; since Linux 7.0 it uses FWB with the value as stage 1, 111. ",
        sourceLinks(['H-NOFWB', 'H-ASS1', 'L-70']),
      ),
    );
  return lines;
}
