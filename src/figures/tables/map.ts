import { oneStop, rowsIn } from '../grid/stops.ts';

/** A table whose cells lead away: one stop of the Tab key, with arrow keys from cell to cell. */
class StageMap extends HTMLElement {
  connectedCallback(): void {
    oneStop(this, () => rowsIn(this, 'td a'));
  }
}

customElements.define('stage-map', StageMap);
