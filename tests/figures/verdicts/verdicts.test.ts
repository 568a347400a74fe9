import { describe, expect, it } from 'vitest';
import { presetOf } from '../../../src/figures/verdicts/case.ts';
import { cellId, proofId } from '../../../src/figures/verdicts/ids.ts';
import { judge } from '../../../src/figures/verdicts/judge.ts';
import { signOf } from '../../../src/figures/verdicts/sign.ts';
import { verdictsStatic } from '../../../src/figures/verdicts/static.ts';
import { parts } from '../../../src/figures/verdicts/view.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import {
  explore,
  GUEST_S1S,
  policyNamed,
  PROPERTIES,
  verdicts,
  VMA_KINDS,
} from '../../../src/model/index.ts';
import type { Property } from '../../../src/model/index.ts';

const { rows } = verdicts();
const html = verdictsStatic(presetOf('cacheable', 'wb')).map(toHtmlString).join('');
const text = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** What a cell of the HTML says: its words, and where it leads. */
function cellOf(policy: string, host: { fwb: boolean; dic: boolean }, property: Property) {
  const named = policyNamed(policy);
  if ('code' in named) throw new Error(policy);
  const id = cellId({ policy: named, host }, property);
  const found = new RegExp(`<td id="${id}"><a class="([^"]*)" href="#([^"]*)">([^<]*)</a>`).exec(
    html,
  );
  return found && { sign: found[1], to: found[2], word: found[3] };
}

describe('the table of verdicts', () => {
  it('says of each policy, host and property what verdicts() says', () => {
    const shown = rows.filter(({ vma, guestS1 }) => vma === 'cacheable' && guestS1 === 'wb');
    expect(shown).toHaveLength(13 * 4);
    for (const row of shown) {
      for (const property of PROPERTIES) {
        const cell = cellOf(row.policy, row, property);
        const said = cell?.word === 'holds' ? true : cell?.sign?.includes('vt-null') ? null : false;
        expect(said, `${row.policy} ${row.fwb} ${row.dic} ${property}`).toBe(row[property]);
      }
    }
  });

  it('says so for every page and guest that can be chosen', () => {
    for (const vma of VMA_KINDS) {
      for (const guestS1 of GUEST_S1S) {
        const judged = judge(vma, guestS1);
        const own = rows.filter((row) => row.vma === vma && row.guestS1 === guestS1);
        expect(judged).toHaveLength(own.length);
        for (const [i, { proof }] of judged.entries()) {
          const row = own[i];
          expect(proof.states).toBe(row?.states);
          expect(PROPERTIES.map((name) => proof.explored[name].holds)).toEqual(
            PROPERTIES.map((name) => row?.[name]),
          );
        }
      }
    }
  });

  it('leads each cell to a proof that is on the page', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(180);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length);
  });

  it('shares proofs: fewer than a quarter of the set-ups of a table have one of their own', () => {
    const judged = judge('cacheable', 'wb');
    expect(new Set(judged.map(({ proof }) => proof)).size).toBeLessThanOrEqual(judged.length / 4);
    expect(judged.reduce((sum, { proof }) => sum + proof.users.length, 0)).toBeGreaterThan(
      judged.length,
    );
  });

  it('writes under each broken property the shortest trace with reasons and sources', () => {
    for (const { policy, host, proof } of judge('cacheable', 'wb')) {
      for (const property of PROPERTIES) {
        const { holds, trace } = explore({ policy, host, property });
        const from = html.indexOf(`<li id="${proofId(proof, property)}"`);
        const own = html.slice(from, html.indexOf('</details>', from));
        if (holds !== false) continue;
        expect(from).toBeGreaterThan(0);
        for (const { label, reason, source } of trace ?? []) {
          const plain = text(own).replaceAll('&#39;', "'");
          expect(plain).toContain(label);
          expect(plain).toContain(reason);
          for (const id of source) expect(own).toContain(`/sources/#${id}`);
        }
        expect(own.match(/<li class=|<li>/g)?.length).toBe(trace?.length);
      }
    }
  });

  it('puts in the way of a question what is in the way', () => {
    const signs = (policy: string): string[] =>
      judge('cacheable', 'wb')
        .filter((one) => one.policy.name === policy && !one.host.fwb && !one.host.dic)
        .flatMap(({ proof }) => PROPERTIES.map((name) => signOf(proof, name).word));
    expect(signs('error-on-creation')).toEqual([
      'refused',
      'refused',
      'refused',
      'holds',
      'refused',
    ]);
    expect(signs('error-at-fault-only')).toEqual(['fails', 'fails', 'fails', 'fails', 'fails']);
    expect(signs('fallback-to-device')).toEqual(['leaks', 'stale', 'no fetch', 'holds', 'not WB']);
  });

  it('shows one property where one is chosen', () => {
    const values = { ...presetOf('cacheable', 'wb'), property: 'noStaleFetch' };
    const { table = [] } = parts(values);
    const drawn = table.map(toHtmlString).join('');
    expect(drawn.match(/<td /g)).toHaveLength(13 * 4);
    expect(drawn).not.toContain('noLeak');
  });
});
