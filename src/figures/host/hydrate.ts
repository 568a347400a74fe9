import { kernelNamed } from '../../model/index.ts';
import { isProbe, readProbe, type ProbeRun } from '../../observations/probe.ts';
import { takeText } from '../foot/take.ts';
import { quoted, type Values } from '../form/field.ts';
import { fill, problemLines } from '../form/fill.ts';
import { readValues, writeValues } from '../form/live.ts';
import type { ListedCpu } from '../tables/listed-cpu.ts';
import { isLink, linkTo, readLink } from './link.ts';
import { fieldsOfProbe, observationText, probeNodes } from './probe.ts';
import { readHost } from './read.ts';
import { factsOf, PRESET, SIDES, type Side } from './state.ts';
import { parts } from './view.ts';

/** No more than this of a pasted text is looked at. */
const MOST_TEXT = 2_000_000;

/** hydrate lets the reader say what a host has, or paste it; the answers follow. */
export function hydrate(root: HTMLElement): void {
  const cpus = JSON.parse(root.dataset['cpus'] ?? '[]') as readonly ListedCpu[];
  let state: Values = PRESET;
  const runs: Partial<Record<Side, ProbeRun>> = {};

  function show(next: Values, problems: readonly string[] = []): void {
    state = next;
    const probes = SIDES.map((side) => {
      const run = runs[side];
      return [`${side}-probe`, run ? probeNodes(run, factsOf(state, side, cpus)) : []] as const;
    });
    fill(root, {
      ...parts(state, cpus),
      ...Object.fromEntries(probes),
      problems: problemLines(problems),
    });
    const second = root.querySelector<HTMLElement>('[data-side="b"]');
    if (second) second.hidden = state['two'] !== '1';
  }
  function keep(): void {
    const address = state === PRESET ? location.pathname + location.search : linkTo(state, cpus);
    history.replaceState(history.state, '', address);
  }
  function write(): void {
    writeValues(root, state);
    for (const input of root.querySelectorAll<HTMLInputElement>('[data-in]'))
      input.value = state[input.dataset['in'] ?? ''] ?? '';
  }
  function open(): boolean {
    if (!isLink(location.hash)) return false;
    const { values, problems } = readLink(location.hash, cpus);
    show(values, problems);
    write();
    root.scrollIntoView();
    return true;
  }
  function note(side: Side, words: string): void {
    const line = root.querySelector(`[data-note="${side}"]`);
    if (line) line.textContent = words;
  }

  function pasted(side: Side, whole: string): void {
    const text = whole.slice(0, MOST_TEXT);
    delete runs[side];
    if (isProbe(text)) {
      const run = readProbe(text);
      if ('problem' in run) return note(side, run.problem);
      runs[side] = run;
      note(side, `The probe's output was read: ${run.cases.length} cases.`);
      show({ ...state, ...fieldsOfProbe(run, side, cpus) });
    } else {
      const { set, said } = readHost(text, side, cpus);
      const nothing =
        text.trim() === '' ? '' : 'Nothing in it says what this host has; the choices count.';
      note(side, said.length > 0 ? `Read: ${said.join(', ')}.` : nothing);
      show({ ...state, ...set });
    }
    write();
    keep();
  }

  root.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    const { paste, in: key } = field.dataset;
    if (paste === 'a' || paste === 'b') return pasted(paste, field.value);
    if (key === undefined) return;
    const text = field.value.trim().slice(0, 80);
    const known = text === '' || kernelNamed(text).rules !== null;
    field.setAttribute('aria-invalid', String(!known));
    if (!known)
      return show(state, [
        `${quoted(text)} is no release that the model has rules for; expected what uname -r prints, such as 6.17.4. The answers are still for ${state[key] || 'every rule set'}.`,
      ]);
    show({ ...state, [key]: text });
    keep();
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target as Element).matches('[data-key]')) return;
    show({ ...state, ...readValues(root) });
    keep();
  });
  root.addEventListener('click', ({ target }) => {
    const element = target as Element;
    if (element.closest('.fig-reset')) {
      for (const side of SIDES) {
        delete runs[side];
        note(side, '');
      }
      for (const text of root.querySelectorAll('textarea')) text.value = '';
      show(PRESET);
      write();
      return keep();
    }
    const side = element.closest('[data-take]')?.closest<HTMLElement>('[data-side]')?.dataset[
      'side'
    ];
    const run = side === 'a' || side === 'b' ? runs[side] : undefined;
    if (run && (side === 'a' || side === 'b'))
      void takeText(root, observationText(run, factsOf(state, side, cpus)));
  });
  addEventListener('hashchange', () => open());
  if (open()) return;
  for (const text of root.querySelectorAll('textarea'))
    if (text.value !== '') pasted(text.dataset['paste'] === 'b' ? 'b' : 'a', text.value);
}
