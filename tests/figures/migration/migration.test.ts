import { describe, expect, it } from 'vitest';
import { ARGUMENTS, FIELDS, inputOf, PRESET } from '../../../src/figures/migration/case.ts';
import { laneNodes } from '../../../src/figures/migration/lane.ts';
import { migrationStatic } from '../../../src/figures/migration/static.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { survivesMigration } from '../../../src/model/index.ts';

const html = (values: Readonly<Record<string, string>>): string =>
  laneNodes(values).map(toHtmlString).join('');
const text = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', "'");
const rows = (markup: string): string[] =>
  [...markup.matchAll(/<tr\b.*?<\/tr>/g)].map(([row]) => row);

const [zyngier, gunthorpe] = ARGUMENTS;

describe('the two hosts', () => {
  it("tells Zyngier's case to its end: it starts, and dies at the first fault", () => {
    const { holds, trace } = survivesMigration(inputOf(zyngier?.values ?? {}));
    expect([holds, trace?.at(-1)?.state]).toEqual([false, 'dead']);
    const drawn = html(zyngier?.values ?? {});
    expect(text(drawn)).toContain('VM lost');
    expect(rows(drawn).at(-1)).not.toContain('mig-runs');
    expect(rows(drawn).at(-1)).toContain('mig-fails');
  });

  it("tells Gunthorpe's answer: refused at the memslot, and the source goes on", () => {
    const { holds, story } = survivesMigration(inputOf(gunthorpe?.values ?? {}));
    expect([holds, story.at(-1)?.move]).toEqual([true, 'memslot']);
    const drawn = html(gunthorpe?.values ?? {});
    expect(text(drawn)).toContain('refused; the source runs on');
    for (const row of rows(drawn).slice(1)) expect(row).toContain('mig-runs');
  });

  it('has both whole without a script, and a third in which the VMM asks first', () => {
    const all = text(migrationStatic().map(toHtmlString).join(''));
    for (const { values } of ARGUMENTS)
      for (const { label, reason } of survivesMigration(inputOf(values)).story) {
        expect(all).toContain(label);
        expect(all).toContain(reason);
      }
    expect(all).toContain(survivesMigration(inputOf(PRESET)).story[0]?.label);
  });

  it('says for every choice what the model says, with a host that runs the VM at every row but a lost one', () => {
    let combinations: Record<string, string>[] = [{}];
    for (const { key, options } of FIELDS.filter(({ key: k }) => k !== 'vma'))
      combinations = combinations.flatMap((one) => options.map(([v]) => ({ ...one, [key]: v })));
    const some = combinations.filter((_, i) => i % 7 === 0);
    expect(some.length).toBeGreaterThan(300);
    for (const one of some) {
      const values = { ...one, vma: 'cacheable' };
      const { holds, story } = survivesMigration(inputOf(values));
      const drawn = rows(html(values)).slice(1);
      expect(drawn).toHaveLength(holds === null ? 0 : story.length + 1);
      const dead = drawn.filter((row) => row.includes('mig-fails'));
      expect(dead).toHaveLength(holds === false ? 1 : 0);
      for (const row of drawn.filter((r) => !r.includes('mig-fails') && !r.includes('its turn')))
        expect(row).toContain('mig-runs');
    }
  });
});
