/** The part of a figure that is loaded only when a reader comes near. */
export interface Live {
  /** hydrate makes the static figure inside `root` answer. */
  hydrate(root: HTMLElement): void | Promise<void>;
}

/** What counts as coming near. */
const NEAR = ['pointerover', 'focusin', 'click'];

/** defineFigure defines `<stage-NAME>`: static until a pointer or the focus enters it, or the address names it. */
export function defineFigure(name: string, load: () => Promise<Live>): void {
  customElements.define(
    `stage-${name}`,
    class extends HTMLElement {
      connectedCallback(): void {
        let loading = false;
        let missed: HTMLElement | null = null;
        const start = async (event?: Event): Promise<void> => {
          // A click that comes before the figure can answer is given again afterwards.
          if (event?.type === 'click') {
            missed = (event.target as Element).closest<HTMLElement>('button,[role=gridcell]');
          }
          if (loading) return;
          loading = true;
          try {
            const live = await load();
            for (const type of NEAR) this.removeEventListener(type, start);
            await live.hydrate(this);
            this.dataset['hydrated'] = '';
            missed?.click();
          } catch {
            this.dataset['failed'] = '';
            this.querySelector('.fig-failed')?.removeAttribute('hidden');
          }
        };
        for (const type of NEAR) this.addEventListener(type, start);
        if (new URLSearchParams(location.search).has(this.dataset['name'] ?? name)) void start();
      }
    },
  );
}
