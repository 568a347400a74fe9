import { keptChoices } from '../../figures/kept-choices.ts';
import { followLanes } from './lanes/follow.ts';

/*
 * A list of which a part can be chosen. The page holds the whole list; this hides what does not
 * match, keeps the choice in the address, and closes choices that would leave nothing.
 */
class StageTimeline extends HTMLElement {
  connectedCallback(): void {
    const selects = [...this.querySelectorAll('select')];
    const items = [...this.querySelectorAll<HTMLElement>('[data-kind]')];
    const line = this.querySelector('output');

    let fade = (): void => undefined;

    const has = (item: HTMLElement, { name }: HTMLSelectElement, value: string): boolean => {
      const { month = '', [name]: words = '' } = item.dataset;
      if (!value) return true;
      if (name === 'from') return month >= value;
      return name === 'to' ? month <= value : words.split(' ').includes(value);
    };

    const show = (problem = ''): void => {
      let count = 0;
      for (const item of items) {
        item.hidden = !selects.every((select) => has(item, select, select.value));
        if (!item.hidden) count += 1;
      }
      for (const part of this.querySelectorAll('section')) {
        part.hidden = !part.querySelector('[data-kind]:not([hidden])');
        const year = this.querySelector(`.jump [href="#${part.getAttribute('aria-labelledby')}"]`);
        year?.parentElement?.toggleAttribute('hidden', part.hidden);
      }
      for (const select of selects) {
        const others = selects.filter((other) => other !== select);
        const open = items.filter((item) => others.every((other) => has(item, other, other.value)));
        for (const option of select.options)
          option.disabled = !open.some((item) => has(item, select, option.value));
      }
      if (line)
        line.value = `${problem}${count < items.length ? `${count} of ` : ''}${items.length} entries`;
      fade();
    };

    /** Takes each value that is known and leaves something; names the others. */
    const choose = (values: URLSearchParams): void => {
      let problem = '';
      for (const select of selects) select.value = '';
      show();
      for (const select of selects) {
        const value = values.get(select.name) ?? '';
        const option = [...select.options].find((one) => one.value === value);
        if (option && !option.disabled) select.value = value;
        else problem += `No entry for ${select.name} "${value.slice(0, 24)}". `;
        show(problem);
      }
    };

    const keep = keptChoices(this, selects, show, choose);
    const field = (name: string) => selects.find((select) => select.name === name);
    fade = followLanes(this, {
      chosen: (name) => field(name)?.value ?? '',
      choose: (chosen) => {
        const now = selects.map(({ name, value }) => [name, value] as const);
        choose(new URLSearchParams(chosen && { ...Object.fromEntries(now), ...chosen }));
        keep();
      },
    });
    choose(new URLSearchParams(location.search));
  }
}

customElements.define('stage-timeline', StageTimeline);
