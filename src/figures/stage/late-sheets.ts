/** Brings its sheets once a reader opens something that waits for them. */
class LateSheets extends HTMLElement {
  connectedCallback(): void {
    const come = ({ target }: Event): void => {
      if (!(target as Element).matches('[data-late]')) return;
      document.removeEventListener('toggle', come, true);
      for (const href of (this.dataset['sheets'] ?? '').split(' ')) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = href;
        this.before(link);
      }
    };
    // It does not bubble.
    document.addEventListener('toggle', come, true);
  }
}

customElements.define('late-sheets', LateSheets);
