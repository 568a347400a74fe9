/** Brings the sheets of its template once a reader opens something that waits for them. */
class LateSheets extends HTMLElement {
  connectedCallback(): void {
    const come = ({ target }: Event): void => {
      if (!(target as Element).matches('[data-late]')) return;
      document.removeEventListener('toggle', come, true);
      const template = this.querySelector('template');
      if (template) this.replaceChildren(template.content);
    };
    // It does not bubble.
    document.addEventListener('toggle', come, true);
  }
}

customElements.define('late-sheets', LateSheets);
