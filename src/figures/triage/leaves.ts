import { leavings, type Leaving } from '../../triage/index.ts';
import { nameCode, nameWords } from '../show/name-code.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { prose } from './prose.ts';

/** leavesList is what each error leaves, in the order of trying, with the way to the chapter of each reason. */
export function leavesList(): HElement[] {
  return leavings().map(({ what, ends, reasons }) =>
    h(
      'details',
      { class: 'tri-leaves' },
      h(
        'summary',
        {},
        ...nameWords(what),
        ends.length > 0 && ' · ',
        h('b', {}, ends.join(', ')),
        count(reasons),
      ),
      h('ol', {}, ...reasons.map(reason)),
    ),
  );
}

const count = ({ length }: Leaving['reasons']): HElement =>
  h('small', {}, `, ${length} ${length === 1 ? 'reason' : 'reasons'}`);

const reason = ({ id, title, chapter }: Leaving['reasons'][number]): HElement =>
  h('li', {}, h('a', { href: chapter }, nameCode(id)), ' ', ...prose(title));
