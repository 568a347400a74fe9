import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';
import type { Field, Values } from './field.ts';

/** Names of the kernel and of registers stand in code type. */
const word = (text: string): Child => (/^[A-Z]+_/.test(text) ? h('code', {}, text) : text);

/** control draws one field as real form controls; `prefix` keeps names apart on a page with two figures. */
export function control(field: Field, values: Values, prefix: string): HElement {
  const name = `${prefix}-${field.key}`;
  switch (field.shape) {
    case 'radio':
      return h(
        'fieldset',
        { class: 'fig-field' },
        h('legend', {}, field.label),
        ...field.options.map(([value, text]) =>
          h(
            'label',
            {},
            h('input', {
              type: 'radio',
              name,
              value,
              checked: values[field.key] === value,
              'data-key': field.key,
              autocomplete: 'off',
            }),
            word(text),
          ),
        ),
      );
    case 'check':
      return h(
        'label',
        { class: 'fig-check' },
        h('input', {
          type: 'checkbox',
          name,
          checked: values[field.key] === '1',
          'data-key': field.key,
          autocomplete: 'off',
        }),
        word(field.label),
      );
    case 'select':
      return h(
        'label',
        { class: 'fig-field' },
        h('span', {}, field.label),
        h(
          'select',
          { name, 'data-key': field.key, autocomplete: 'off' },
          ...field.options.map(([value, text]) =>
            h('option', { value, selected: values[field.key] === value }, text),
          ),
        ),
      );
  }
}

/** textField draws a field in which a reader types; `attrs` says what it holds and how long it is. */
export const textField = (
  label: string,
  attrs: Readonly<Record<string, string | number | undefined>>,
): HElement =>
  h(
    'label',
    { class: 'fig-field' },
    h('span', {}, label),
    h('input', { type: 'text', ...attrs, autocomplete: 'off', spellcheck: 'false' }),
  );

/** controlGroup draws the choices of one actor under its name. */
export const controlGroup = (
  name: string,
  fields: readonly Field[],
  values: Values,
  prefix: string,
): HElement => group(name, ...fields.map((field) => control(field, values, prefix)));

/** group draws what belongs to one actor under its name. */
export const group = (name: string, ...children: readonly Child[]): HElement =>
  h(
    'div',
    { class: 'fig-group', role: 'group', 'aria-label': name },
    h('span', { class: 'label' }, name),
    ...children,
  );
