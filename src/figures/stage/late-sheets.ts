/** Its sheets are for paper, until a reader opens something that waits for them. */
class LateSheets extends HTMLElement {
  connectedCallback(): void {
    const come = ({ target }: Event): void => {
      if (!(target as Element).matches('[data-late]')) return;
      document.removeEventListener('toggle', come, true);
      for (const link of this.querySelectorAll('link')) link.media = 'all';
    };
    // It does not bubble.
    document.addEventListener('toggle', come, true);
  }
}

customElements.define('late-sheets', LateSheets);
