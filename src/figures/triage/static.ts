import { takes } from '../foot/foot.ts';
import { failed, place } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { choices } from './choices.ts';
import { EXAMPLES } from './examples.ts';
import { leavesList } from './leaves.ts';
import type { Way } from './take.ts';

const WORDS: Readonly<Record<Way, string>> = {
  link: 'Copy link',
  mail: 'Copy for a mail',
  json: 'Copy JSON',
  test: 'Copy as a test',
  command: 'Copy command',
};

/** triageStatic is what stands before anything was pasted, and without scripts all that there is. */
export function triageStatic(): HNode[] {
  const empty = {};
  return [
    h('p', { class: 'tri-said', role: 'status', 'data-said': true }),
    h(
      'div',
      { class: 'tri-in fig-controls' },
      h('div', { class: 'tri-field' }, ...field()),
      choices(),
    ),
    place('say', empty, { class: 'tri-say', role: 'status' }, 'p'),
    h(
      'div',
      { class: 'tri-answer', hidden: true, 'data-answer': true },
      place('next', empty, { class: 'tri-next' }),
      ...['left', 'excluded', 'facts', 'notes', 'ignored'].map((name) => place(name, empty)),
      take(),
    ),
    h('div', { 'data-before': true }, ...before()),
    failed(),
  ];
}

function field(): HNode[] {
  return [
    h(
      'p',
      { class: 'tri-label' },
      h('label', { for: 'triage-text' }, 'Paste what you have'),
      ' ',
      h(
        'small',
        { id: 'triage-hint' },
        'lines of dmesg, strace or a VMM, an oops, smaps, registers, several at once',
      ),
    ),
    h(
      'div',
      { class: 'tri-pad' },
      h(
        'div',
        { class: 'tri-under', 'aria-hidden': 'true' },
        h('pre', { 'data-gutter': true }),
        h('pre', { 'data-under': true }),
      ),
      h('textarea', {
        id: 'triage-text',
        rows: 14,
        wrap: 'off',
        spellcheck: 'false',
        autocomplete: 'off',
        autocapitalize: 'off',
        'aria-describedby': 'triage-hint',
      }),
    ),
    h(
      'p',
      { class: 'tri-tools' },
      h(
        'label',
        {},
        h('span', { class: 'hidden' }, 'An example'),
        h(
          'select',
          { 'data-example': true, autocomplete: 'off' },
          h('option', { value: '' }, 'Load an example'),
          ...EXAMPLES.map(({ name, text }, i) =>
            h('option', { value: i, 'data-text': text }, name),
          ),
        ),
      ),
      h(
        'label',
        { class: 'tri-file' },
        'or a file ',
        h('input', { type: 'file', 'data-file': true, autocomplete: 'off' }),
      ),
      h('button', { type: 'button', 'data-do': 'clear' }, 'Clear'),
      h('button', { type: 'button', 'data-do': 'back', hidden: true }, 'Put back what stood here'),
    ),
  ];
}

function take(): HNode {
  return h(
    'div',
    { class: 'fig-foot' },
    ...takes(WORDS),
    h('p', { class: 'fig-copied', role: 'status' }),
    h(
      'label',
      { class: 'tri-taken', hidden: true, 'data-taken': true },
      h('span', {}, 'To copy by hand'),
      h('textarea', { rows: 6, readonly: true, autocomplete: 'off' }),
    ),
  );
}

function before(): HNode[] {
  return [
    h('h3', {}, 'What an error leaves, in the order of trying'),
    h('div', {}, ...leavesList()),
    h(
      'p',
      {},
      'In a terminal ',
      h('code', {}, 'npm run -s stage-two -- triage FILE'),
      ' reads the same and answers in the same words.',
    ),
  ];
}
