import { packSeen, treeKey } from '../../figures/show/index.ts';
import type { Seen } from '../../figures/show/index.ts';
import { escapeHtml, toHtmlString } from '../../figures/show/node.ts';
import type { Source } from '../core/program.ts';
import type { Program, RunResult } from '../core/types.ts';
import { isLong, outputNodes } from '../render/output.ts';
import { sandboxUrl } from '../sandbox/urls.ts';
import { findKnobs } from '../knobs/find-knobs.ts';
import { codeHtml } from './code.ts';

/** A snippet as its page shows it. */
export interface PageSnippet extends Source {
  /** Why it does not run; null where it does. */
  readonly reason: string | null;
  /** The failure that it declares; null: none. */
  readonly throws: string | null;
  /** What Run runs; null where it does not run, or is no program. */
  readonly program: Program | null;
  /** What it gave at build; null where it does not run. */
  readonly result: RunResult | null;
}

/**
 * snippetHtml is the snippet as it stands in the page: whole without script, with all that Run
 * needs. `base` is the folder of the site, with its last slash; `seen` has the answers that a kernel
 * was seen to give.
 */
export function snippetHtml(snippet: PageSnippet, base: string, seen: Seen = {}): string {
  const { id, code, reason, throws, program, result } = snippet;
  const own = escapeHtml(id);
  const runs = reason === null && result !== null;
  const marks = result === null ? '' : packedFor(result, seen);
  const attrs = [
    `id="${own}"`,
    runs && program !== null && `data-program="${escapeHtml(JSON.stringify(program))}"`,
    runs && `data-base="${escapeHtml(base)}"`,
    runs && program !== null && `data-sandbox="${escapeHtml(sandboxUrl(base, program.whole))}"`,
    throws !== null && `data-throws="${escapeHtml(throws)}"`,
    runs && marks !== '' && `data-seen="${escapeHtml(marks)}"`,
  ];
  const output =
    result === null
      ? `<p class="ev ev-none">Does not run here: ${escapeHtml(reason ?? 'no reason is given')}</p>`
      : outputNodes(result, throws, seen).map(toHtmlString).join('');
  return `<stage-snippet ${attrs.filter(Boolean).join(' ')}>
<div class="snip-bar"><a class="snip-id" href="#${own}">${own}</a><span class="snip-note" role="status"></span>${tools(runs, own)}</div>
<div class="snip-code" role="group" aria-label="Code of ${own}" tabindex="0">${codeHtml(code, runs && program !== null ? findKnobs(code) : [])}</div>
<div class="snip-out"${result && isLong(result.text) ? ' tabindex="0"' : ''} role="status" aria-label="Output of ${own}">${output}</div>
</stage-snippet>`;
}

/** What of the sightings the output shows, for Run; empty where it shows none. */
function packedFor({ events }: RunResult, seen: Seen): string {
  const own = events.flatMap((event) => {
    const key = event.kind === 'show' ? treeKey(event.tree) : null;
    const sighting = key === null ? undefined : seen[key];
    return key === null || sighting === undefined ? [] : [[key, sighting] as const];
  });
  return own.length === 0 ? '' : packSeen(Object.fromEntries(own));
}

/** Buttons stand in the page from the start, so that nothing moves, and are dead until a script wakes them. */
function tools(runs: boolean, id: string): string {
  const names = runs ? ['Run', 'Edit', 'Reset', 'Copy'] : ['Copy'];
  const buttons = names.map(
    (name) =>
      `<button type="button" data-do="${name.toLowerCase()}" aria-label="${name} ${id}" disabled>${name}</button>`,
  );
  return `<span class="snip-tools">${buttons.join('')}</span>`;
}
