/**
 * The field above the glossary: only terms that are called so stay in sight; where none is, those whose
 * text has the words. The page holds all of them; a link to a hidden one shows all again.
 */
class StageGlossary extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    const line = this.querySelector('output');
    const reset = this.querySelector('button');
    const entries = [...this.querySelectorAll<HTMLElement>('[data-names]')];
    if (!field || !line || !reset) return;

    const show = (): void => {
      const words = field.value.trim().toLowerCase();
      const named = entries.filter(({ dataset }) => dataset['names']?.includes(words));
      const found =
        named.length > 0
          ? named
          : entries.filter(({ textContent }) => textContent.toLowerCase().includes(words));
      for (const entry of entries) entry.hidden = !found.includes(entry);
      for (const section of this.querySelectorAll<HTMLElement>('.letter')) {
        section.hidden = !section.querySelector('[data-names]:not([hidden])');
        const link = this.querySelector(`.jump [href="#${section.querySelector('h2')?.id}"]`);
        link?.parentElement?.toggleAttribute('hidden', section.hidden);
      }
      reset.hidden = words === '';
      line.value = say(words, named.length, found.length);
    };
    const say = (words: string, named: number, found: number): string => {
      if (words === '') return '';
      if (named > 0) return `${named} of ${entries.length} terms`;
      if (found > 0) return `No term is called so. ${found} mention it.`;
      return 'No term is called so, and none mentions it.';
    };
    const showAll = (): void => {
      field.value = '';
      show();
    };

    field.addEventListener('input', show);
    // What is typed has its effect already: Enter must not load the page anew.
    field.form?.addEventListener('submit', (event) => event.preventDefault());
    reset.addEventListener('click', () => {
      showAll();
      field.focus();
    });
    addEventListener('hashchange', () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target?.closest('[hidden]')) return;
      showAll();
      target.scrollIntoView();
    });
    show();
  }
}

customElements.define('stage-glossary', StageGlossary);
