import { describe, expect, it } from 'vitest';
import { answer } from '../../src/figures/decide/answer.ts';
import { FIELDS, PRESET } from '../../src/figures/decide/case.ts';
import { throughCache } from '../../src/figures/drawings/leak/moment.ts';
import { story } from '../../src/figures/drawings/leak/story.ts';
import { handleFault, KERNELS, prepareMemoryRegion } from '../../src/model/index.ts';
import { figureHtml } from './support/html.ts';

/** The texts of a figure in reading order, without the markup. */
const texts = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const lanesOf = (html: string): string[] =>
  html
    .split(/<label class="lane(?: is-now)?"/)
    .slice(1)
    .map((part) => texts(`<p ${part}`).trim());

describe('the figure of what KVM decides', () => {
  it('answers the founding case without scripts, as history.md 1.3 and kernel.md 5.5 have it', () => {
    const lanes = lanesOf(figureHtml('decide'));
    expect(lanes[0]).toMatch(/v6\.16 memslot accepted fault mapped leaf Device-nGnRE can leak/);
    expect(lanes[1]).toMatch(
      /v6\.17 memslot refused EINVAL fault, if reached fails EFAULT leaf none/,
    );
    expect(lanes[2]).toMatch(
      /v7\.3 memslot refused EINVAL fault, if reached fails EFAULT leaf none/,
    );
  });

  it('writes every step of the model into the page', () => {
    const html = texts(
      figureHtml('decide')
        .replaceAll('<wbr>', '')
        .replaceAll('&amp;', '&')
        .replaceAll('&gt;', '>')
        .replaceAll('&lt;', '<'),
    );
    const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
    const host = { fwb: false, dic: false };
    const decisions = [
      prepareMemoryRegion('v6.17', { vmas: [vma], ...host }),
      handleFault('v6.17', { vma, ...host, access: 'read' }),
    ];
    for (const { because } of decisions) {
      expect(because.length).toBeGreaterThan(4);
      for (const step of because) expect(html).toContain(step.check);
    }
  });

  // kernel.md 5.5: before the series Device on every host; after it WB with both, else an error.
  it('has a table of FWB, DIC and kernel', () => {
    const rows = figureHtml('decide').split('<tbody>')[1]?.split('</tr>').map(texts) ?? [];
    const old = 'accepted Device-nGnRE';
    const refused = 'refused EINVAL fails EFAULT';
    const now = 'accepted WB';
    expect(rows.slice(0, 4).map((row) => row.trim())).toEqual([
      `FWB 0, DIC 0 ${old} ${refused} ${refused}`,
      `FWB 0, DIC 1 ${old} ${refused} ${refused}`,
      `FWB 1, DIC 0 ${old} ${refused} ${refused}`,
      `FWB 1, DIC 1 ${old} ${now} ${now}`,
    ]);
  });
});

describe('an answer', () => {
  const ask = (changes: Record<string, string>): ReturnType<typeof answer> =>
    answer('v6.17', { ...PRESET, ...changes });

  // Rows of kernel.md 5.5 and the exercises 4 to 10 of the outline.
  it.each([
    [{ vma: 'mixedmap' }, 'accepted', 'fails', null, null],
    [{ vma: 'neither' }, 'accepted', 'mapped', 'WB', null],
    [{ linear: '1' }, 'refused', 'mapped', 'WB', null],
    [{ type: 'MT_DEVICE_nGnRnE' }, 'accepted', 'mapped', 'Device-nGnRE', null],
    [{ type: 'MT_NORMAL_NC' }, 'accepted', 'mapped', 'Device-nGnRE', null],
    [{ type: 'MT_NORMAL_NC', uncached: '1' }, 'accepted', 'mapped', 'NC', null],
    [{ type: 'MT_NORMAL_NC', uncached: '1', access: 'exec' }, 'accepted', 'injected', null, null],
    [{ type: 'MT_DEVICE_nGnRnE', linear: '1' }, 'accepted', 'mapped', 'WB', 'stale'],
    [
      { fwb: '1', dic: '1', type: 'MT_NORMAL_TAGGED', uncached: '1' },
      'accepted',
      'mapped',
      'WB',
      null,
    ],
  ] as const)('to %j', (changes, slot, fault, leaf, risk) => {
    const got = ask(changes);
    expect([got.slot.verdict, got.fault.verdict, got.leaf, got.risk]).toEqual([
      slot,
      fault,
      leaf,
      risk,
    ]);
  });

  it('is never bad input, whatever a reader chooses', () => {
    let states: Record<string, string>[] = [{}];
    for (const f of FIELDS)
      states = states.flatMap((s) => f.options.map(([v]) => ({ ...s, [f.key]: v })));
    expect(states).toHaveLength(3 * 3 * 5 * 2 * 2 * 2 * 2 * 3);
    for (const state of states) {
      for (const kernel of KERNELS) {
        const { slot, fault, follows } = answer(kernel, state);
        expect([slot.verdict, fault.verdict]).not.toContain('invalid');
        expect(follows).not.toBe('');
      }
    }
  });
});

describe('the figure of both stages', () => {
  it('shows both stages, the result and the rule without scripts', () => {
    const html = texts(figureHtml('combine'));
    expect(html).toMatch(
      /Stage 1 .*Non-cacheable.* Stage 2 .*Write-Back whatever stage 1 asks Together what the access is WB/,
    );
    expect(html).toMatch(/memory type WB decides/);
    expect(figureHtml('combine').match(/aria-selected="true"/g)).toHaveLength(1);
  });
});

describe('the figure of the leak', () => {
  it('tells the whole story without scripts: a leak in v6.16, a refusal in v6.17', () => {
    const frames = figureHtml('leak')
      .split(/<li(?: class="is-at")?>/)
      .slice(1)
      .map(texts);
    expect(frames).toHaveLength(6);
    expect(frames[2]).toMatch(/v6\.16 maps the page for VM B .* accepted, and mapped Device-nGnRE/);
    expect(frames[3]).toMatch(/4\. VM B reads A&#39;s secret leak .* V3-JGG3 SEED/);
    expect(frames[4]).toMatch(/v6\.17 refuses refused EINVAL .*EFAULT.* C3/);
    expect(frames[5]).toMatch(/VM B reads zeros mapped, no leak/);
  });

  it('has VM B read the cache exactly where its type is cacheable', () => {
    for (const { mapped, access, cache, memory, tenant } of story()) {
      if (access?.kind !== 'reads' || mapped === null) continue;
      expect(access.value).toBe(throughCache(mapped) ? cache : memory);
      expect(tenant).toBe('VM B');
    }
  });
});
