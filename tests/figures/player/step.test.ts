import { describe, expect, it } from 'vitest';
import { parseState } from '../../../src/figures/form/address.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { quietBar, stepBar } from '../../../src/figures/player/bar.ts';
import {
  atStep,
  settleStep,
  STEP,
  stepOf,
  stepOfKey,
  stepTo,
} from '../../../src/figures/player/step.ts';

const read = (text: string, count: number) =>
  settleStep(parseState([STEP], atStep({}, 0), text), count);

describe('a step in an address', () => {
  it('is read as it was written', () => {
    for (let at = 0; at < 6; at++)
      expect(stepOf(read(`step:${atStep({}, at)['step']}`, 6).values)).toBe(at);
    expect(read('step:6', 6).problems).toEqual([]);
  });

  it('that no longer exists gets a sentence, and the last step stays', () => {
    const { values, problems } = read('step:9', 6);
    expect(stepOf(values)).toBe(5);
    expect(problems).toEqual([
      'The link leads to step 9; this story has 6 steps. The figure shows the last.',
    ]);
  });

  it.each(['0', '-1', '1.5', '', 'x', '1e3', '99999999999999999999', '＃'])(
    'that is %j is no step, and the first one stays',
    (text) => {
      const { values, problems } = read(`step:${text}`, 6);
      expect(stepOf(values)).toBe(0);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/expected the number of a step, from 1\. The figure shows 1\.$/);
    },
  );
});

describe('keys and buttons', () => {
  it('lead back and on, to both ends, and not over them', () => {
    const lead = (does: string, at: number): number => stepTo(does, at, 5);
    expect([lead('back', 0), lead('back', 3), lead('next', 3), lead('next', 5)]).toEqual([
      0, 2, 4, 5,
    ]);
    expect([lead('first', 3), lead('last', 3)]).toEqual([0, 5]);
  });

  it('leave to the browser what is the browser’s', () => {
    const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    expect(stepOfKey({ ...none, key: 'ArrowRight' })).toBe('next');
    for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
      expect(stepOfKey({ ...none, key: 'ArrowLeft', [held]: true })).toBeUndefined();
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'PageDown', 'a'])
      expect(stepOfKey({ ...none, key })).toBeUndefined();
  });
});

describe('the bar', () => {
  const titles = ['one', 'two', 'three'];
  const html = (state: Partial<ReturnType<typeof quietBar>>): string =>
    stepBar({ ...quietBar(titles), ...state })
      .map(toHtmlString)
      .join('');

  it('names the step, says its title to the handle, and marks what leads nowhere', () => {
    expect(html({})).toContain('data-step="back" aria-disabled="true"');
    expect(html({ at: 1 })).toContain('Step 2 of 3');
    expect(html({ at: 1 })).toContain('aria-valuetext="2 of 3: two"');
    expect(html({ at: 1 })).not.toContain('aria-disabled="true"');
    expect(html({ at: 2 })).toContain('data-step="next" aria-disabled="true"');
    expect(html({ at: 1 }).match(/class="is-past"/g)).toHaveLength(2);
  });

  it('offers Play, Pause while it plays, and Again at the end', () => {
    expect(html({})).toContain('>Play<');
    expect(html({ at: 1, playing: true })).toContain('>Pause<');
    expect(html({ at: 2 })).toContain('>Again<');
  });
});
