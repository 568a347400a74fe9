import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { leavesList } from './leaves.ts';

/** triageStatic is what stands before anything was pasted, and without scripts all that there is. */
export function triageStatic(): HNode[] {
  return [
    h('p', {}, h('b', {}, 'What an error leaves'), ', in the order of trying:'),
    h('div', {}, ...leavesList()),
    h(
      'p',
      {},
      'In a terminal ',
      h('code', {}, 'npm run -s stage-two -- triage FILE'),
      ' reads a log and strikes out what it excludes.',
    ),
  ];
}
