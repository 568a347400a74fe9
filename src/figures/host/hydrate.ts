import { kernelMeant } from '../../model/index.ts';
import { isProbe } from '../../observations/probe-mark.ts';
import type { ProbeRun } from '../../observations/probe.ts';
import type { Fact } from '../../triage/read/notebook.ts';
import { Asker } from '../asker.ts';
import { takeText } from '../foot/take.ts';
import { quoted, type Values } from '../form/field.ts';
import { fill, problemLines } from '../form/fill.ts';
import { readValues, writeValues } from '../form/live.ts';
import type { HostData } from './answers.ts';
import { isLink, linkTo, readLink } from './link.ts';
import type { Compare, Observation } from './probe.ts';
import { readHost } from './read.ts';
import { BITS, factsOf, PRESET, SIDES, withCpu, type Side } from './state.ts';
import type { Form } from './take-along.ts';
import { parts, type Moves } from './view.ts';

const LOST = 'A part could not be loaded. What stands here is kept; try again.';
/** No more than this of a pasted text is looked at. */
const MOST_TEXT = 2_000_000;

/** hydrate lets the reader say what a host has, or paste it; the answers follow. */
export function hydrate(root: HTMLElement): void {
  const data = JSON.parse(root.dataset['hosts'] ?? '{}') as HostData;
  const { cpus } = data;
  let state: Values = PRESET;
  const runs: Partial<Record<Side, { readonly run: ProbeRun; readonly compare: Compare }>> = {};
  /** What was pasted last: what came late is no answer to it. */
  const last: Partial<Record<Side, string>> = {};
  const askers: Partial<Record<Side, Asker<string, readonly Fact[]>>> = {};
  /** Bits that the reader, or what was pasted, set: a CPU that is chosen leaves them. */
  const byHand = new Set<string>();
  // Few readers have a probe's output, or two hosts: what only these need comes when they do.
  let probe: typeof import('./probe.ts') | null = null;
  let moves: Moves | null = null;

  function show(next: Values, problems: readonly string[] = []): void {
    state = next;
    const probes = SIDES.map((side) => {
      const own = runs[side];
      const facts = factsOf(state, side, cpus);
      const drawn = own && probe ? probe.probeNodes(own.run, facts, own.compare) : [];
      return [`${side}-probe`, drawn] as const;
    });
    fill(root, {
      ...parts(state, data, moves),
      ...Object.fromEntries(probes),
      problems: problemLines(problems),
    });
    const second = root.querySelector<HTMLElement>('[data-side="b"]');
    if (second) second.hidden = state['two'] !== '1';
    if (state['two'] === '1' && moves === null) void loadMoves();
  }
  async function loadMoves(): Promise<void> {
    try {
      ({ moveNodes: moves } = await import('./move.ts'));
      show(state);
    } catch {
      fill(root, { problems: problemLines([LOST]) });
    }
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
    setByHand(values);
    show(values, problems);
    write();
    root.scrollIntoView();
    return true;
  }
  function note(side: Side, words: string): void {
    const line = root.querySelector(`[data-note="${side}"]`);
    if (line) line.textContent = words;
  }

  /** What a link has otherwise than the page comes was set by somebody. */
  function setByHand(values: Values): void {
    byHand.clear();
    for (const key of BITS.flatMap((bit) => SIDES.map((side) => `${side}-${bit}`)))
      if (values[key] !== PRESET[key]) byHand.add(key);
  }
  /** Fields that a text sets. */
  function set(fields: Values): void {
    for (const key of Object.keys(fields)) byHand.add(key);
    show({ ...state, ...fields });
    write();
    keep();
  }

  async function pasted(side: Side, whole: string): Promise<void> {
    const text = whole.slice(0, MOST_TEXT);
    delete runs[side];
    last[side] = whole;
    if (!isProbe(text)) return ask(side, text);
    try {
      probe ??= await import('./probe.ts');
      const run = probe.readProbe(text);
      if ('problem' in run) return note(side, run.problem);
      const compare = await probe.comparing(run);
      if (last[side] !== whole) return;
      runs[side] = { run, compare };
      note(side, `The probe's output was read: ${run.cases.length} cases.`);
      set(probe.fieldsOfProbe(run, side, cpus));
    } catch {
      note(side, LOST);
    }
  }

  /** Readers of the triage answer beside the page, as they do for what is pasted above. */
  function ask(side: Side, text: string): void {
    askers[side] ??= new Asker(
      {
        worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
        alone: async (one: string) => (await import('../../triage/host-facts.ts')).hostFacts(one),
      },
      (facts, one) => heard(side, facts, one),
      () => note(side, LOST),
    );
    askers[side].ask(text);
  }
  function heard(side: Side, understood: readonly Fact[], text: string): void {
    const { set: fields, said } = readHost(understood, side, cpus);
    const nothing =
      text.trim() === '' ? '' : 'Nothing in it says what this host has; the choices count.';
    note(side, said.length > 0 ? `Read: ${said.join(', ')}.` : nothing);
    set(fields);
  }

  async function take(form: Form): Promise<void> {
    const link = new URL(linkTo(state, cpus), location.href).href;
    try {
      const { takeAlong } = await import('./take-along.ts');
      if (state['two'] === '1') moves ??= (await import('./move.ts')).moveNodes;
      await takeText(root, takeAlong(form, { state, data, link, moves }));
    } catch {
      fill(root, { problems: problemLines([LOST]) });
    }
  }

  root.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    const { paste, in: key } = field.dataset;
    if (paste === 'a' || paste === 'b') return void pasted(paste, field.value);
    if (key === undefined) return;
    const text = field.value.trim().slice(0, 80);
    const known = text === '' || kernelMeant(text).rules !== null;
    field.setAttribute('aria-invalid', String(!known));
    if (!known)
      return show(state, [
        `${quoted(text)} is no release that the model has rules for; expected what uname -r prints, such as 6.17.4. The answers are still for ${state[key] || 'every rule set'}.`,
      ]);
    show({ ...state, [key]: text });
    keep();
  });
  root.addEventListener('change', ({ target }) => {
    const key = (target as HTMLElement).dataset['key'];
    if (key === undefined) return;
    const next = { ...state, ...readValues(root) };
    const side = SIDES.find((one) => key === `${one}-cpu`);
    if (side === undefined) {
      byHand.add(key);
      show(next);
    } else {
      const chosen = withCpu(next, side, cpus, byHand);
      note(side, chosen.note);
      show(chosen.state);
      write();
    }
    keep();
  });
  root.addEventListener('click', ({ target }) => {
    const element = target as Element;
    if (element.closest('.fig-reset')) {
      for (const side of SIDES) {
        delete runs[side];
        delete last[side];
        note(side, '');
      }
      byHand.clear();
      for (const text of root.querySelectorAll('textarea')) text.value = '';
      show(PRESET);
      write();
      return keep();
    }
    const button = element.closest<HTMLElement>('[data-take]');
    const form = button?.dataset['take'];
    const side = SIDES.find(
      (one) => one === button?.closest<HTMLElement>('[data-side]')?.dataset['side'],
    );
    const own = side && runs[side];
    if (side && own && probe)
      void copyRun(probe.observationOf(own.run, factsOf(state, side, cpus)));
    else if (side === undefined && form !== undefined) void take(form as Form);
  });
  async function copyRun({ text, missing }: Observation): Promise<void> {
    await takeText(root, text);
    root
      .querySelector('.fig-copied')
      ?.append(` Fill in before you send it: ${missing.join('; ')}.`);
  }
  addEventListener('hashchange', () => open());
  if (open()) return;
  for (const text of root.querySelectorAll('textarea'))
    if (text.value !== '') void pasted(text.dataset['paste'] === 'b' ? 'b' : 'a', text.value);
}
