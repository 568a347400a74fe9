import { explore, GUEST_S1S, HOSTS, PROPERTIES, verdicts } from '../../model/index.ts';
import type { Policy, Property, VerdictRow } from '../../model/index.ts';
import { formatState } from '../form/address.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip } from '../stage/broken.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { FIELDS } from './fields.ts';
import { FREE } from './missions.ts';
import { SAFEGUARDS } from './safeguards.ts';
import type { Safeguard } from './safeguards.ts';

const rowsOf = (policy: Policy): readonly VerdictRow[] =>
  verdicts([policy]).rows.filter(({ vma }) => vma === 'cacheable');

/** The rows of one property that break without the safeguard and do not with it. */
function lost({ of, without }: Safeguard, property: Property): VerdictRow[] {
  const kept = rowsOf(of);
  return rowsOf(without).filter(
    (row, i) => row[property] === false && kept[i]?.[property] !== false,
  );
}

/** Where it breaks: hosts with the same guests stand together. */
function where(rows: readonly VerdictRow[]): HNode[] {
  const byGuests = new Map<string, string[]>();
  for (const { fwb, dic } of HOSTS) {
    const guests = rows.filter((r) => r.fwb === fwb && r.dic === dic).map((r) => r.guestS1);
    if (guests.length === 0) continue;
    const any = guests.length === GUEST_S1S.length;
    const words = any
      ? 'whatever B asks for'
      : `B asks for ${list(guests.map((s1) => GUEST_WORDS[s1]))}`;
    byGuests.set(words, [...(byGuests.get(words) ?? []), `FWB ${+fwb} DIC ${+dic}`]);
  }
  return [...byGuests].map(([guests, hosts]) => h('div', {}, `${list(hosts)}: ${guests}`));
}

const list = (words: readonly string[]): string => words.join(' or ');

function lostRow(safeguard: Safeguard, property: Property, rows: readonly VerdictRow[]): HNode[] {
  const { key, without } = safeguard;
  const traces = rows.map(({ fwb, dic, guestS1 }) => {
    const asked = { policy: without, host: { fwb, dic }, guestS1, property } as const;
    const steps = explore(asked).trace?.length ?? 0;
    const host = { fwb: String(+fwb), dic: String(+dic) };
    return {
      steps,
      state: { mission: FREE, policy: key, ...host, guest: guestS1, proof: property },
    };
  });
  const [best] = traces.toSorted((a, b) => a.steps - b.steps);
  const href = best && `?break-it=${formatState(FIELDS, best.state)}#break-it`;
  return [
    h('td', {}, brokenChip(property)),
    h('td', { class: 'sf-where' }, ...where(rows)),
    h('td', {}, String(best?.steps ?? 0)),
    h(
      'td',
      { class: 'sf-play' },
      h('a', { href, 'data-state': best && formatState(FIELDS, best.state) }, 'Play'),
    ),
  ];
}

/** Why a safeguard whose loss breaks nothing here is there: the machine keeps the VMA as it was. */
const NOTHING: readonly HNode[] = [
  h(
    'td',
    { colspan: 4, class: 'sf-where' },
    'Nothing, while the VMA stays as it was, as it does in this machine. A VMA may change after the memslot; then only this check is left. ',
    sourceLinks(['V3-OLI2', 'V3-SEAN1']),
  ),
];

/** safeguardTable says for each safeguard what breaks when it alone is missing. */
export function safeguardTable(): HElement {
  const rows = SAFEGUARDS.flatMap((safeguard) => {
    const found = PROPERTIES.map((p) => [p, lost(safeguard, p)] as const).filter(
      ([, all]) => all.length > 0,
    );
    const cells =
      found.length === 0 ? [NOTHING] : found.map(([p, all]) => lostRow(safeguard, p, all));
    const head = h(
      'th',
      { scope: 'row', rowspan: cells.length },
      safeguard.words,
      h('small', {}, ` of ${safeguard.of.name}`),
    );
    return cells.map((own, i) => h('tr', {}, i === 0 && head, ...own));
  });
  const heads = ['switched off', 'breaks', 'where', 'steps', 'play'];
  return h(
    'table',
    { class: 'fig-table' },
    h('caption', {}, 'One safeguard switched off at a time, for a cacheable VMA'),
    h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, ...rows),
  );
}
