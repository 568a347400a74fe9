import { readFileSync } from 'node:fs';
import type { Recorded } from '../../../src/observations/schema.ts';

/** What a real kernel answered, as the probe would have printed it: without what only the module sees. */
export function printed(file: string, log: { fwb: boolean | null; dic: boolean | null }): string {
  const run = JSON.parse(
    readFileSync(new URL(`../../../content/data/observations/${file}`, import.meta.url), 'utf8'),
  ) as Recorded;
  const cases = run.cases.filter(
    ({ vma, second, then, guest, slot }) =>
      vma.by === 'anonymous' &&
      vma.size === '4K' &&
      guest?.op.startsWith('load-') !== true &&
      !(guest?.op === 'execute' && slot?.flags.length !== 0) &&
      second === null &&
      (then === null || then.move === 'flags'),
  );
  const unseen = { map: [], relax: [], maintenance: [], leaf: null, frames: null, host: null };
  const lines = [
    {
      is: 'boot',
      protocol: run.protocol,
      by: 'probe',
      release: run.kernel.release,
      mode: run.mode,
      midr: run.registers.midr,
      ctr: run.registers.ctr,
      mmfr2: null,
      clidr: null,
      mmfr2User: '0x0',
      log,
    },
    ...(['kvm', 'vm'] as const).map((on) => ({
      is: 'capability',
      number: 243,
      on,
      ...run.capability[on],
    })),
    ...cases.map(({ vma, ...one }) => ({
      is: 'case',
      ...one,
      vma: { ...vma, attrIndx: null },
      ...unseen,
    })),
    { is: 'end', cases: cases.length },
  ];
  return lines.map((line) => `@lab ${JSON.stringify(line)}`).join('\n');
}
