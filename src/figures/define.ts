import { missedBy } from './missed.ts';

/** The part of a figure that is loaded only when a reader comes near. */
export interface Live {
  /** hydrate makes the static figure inside `root` answer; it calls `lost` where a part of it is lost later. */
  hydrate(root: HTMLElement, lost: () => void): void | Promise<void>;
}

/** What counts as coming near: also a control that changes without the focus, as it does by voice. */
const NEAR = ['pointerover', 'focusin', 'click', 'keydown', 'change', 'input'];

/**
 * defineFigure defines `<stage-NAME>`: static until a pointer or the focus enters it, or the address
 * names it, in its query or its fragment, or `data-name`, where several figures are of one kind.
 */
export function defineFigure(name: string, load: () => Promise<Live>): void {
  customElements.define(
    `stage-${name}`,
    class extends HTMLElement {
      connectedCallback(): void {
        let loading = false;
        const missed: (() => void)[] = [];
        // Handed on: a module of its own would be one more file that every page loads.
        const lost = (): void => this.querySelector('.fig-failed')?.removeAttribute('hidden');
        const start = async (event?: Event): Promise<void> => {
          // What comes before the figure can answer is given again afterwards.
          const again = event && missedBy(event);
          if (again) missed.push(again);
          if (loading) return;
          loading = true;
          try {
            const live = await load();
            await live.hydrate(this, lost);
            for (const type of NEAR) this.removeEventListener(type, start);
            this.dataset['hydrated'] = '';
            for (const give of missed) give();
          } catch {
            this.dataset['failed'] = '';
            lost();
          }
        };
        for (const type of NEAR) this.addEventListener(type, start);
        const named = this.dataset['name'] ?? name;
        const wake = (): void => {
          const { hash, search } = location;
          if (hash.startsWith(`#${named}=`) || new URLSearchParams(search).has(named)) void start();
        };
        addEventListener('hashchange', wake);
        wake();
      }
    },
  );
}
