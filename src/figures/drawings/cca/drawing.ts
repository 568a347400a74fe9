import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { owners } from '../owners/scene.ts';
import { ASKED_OPTIONS, inSentence, seenBy } from '../types/seen.ts';
import type { Asked } from '../types/seen.ts';

/** What TF-RMM writes into MemAttr[3:0] for each kind of page. Source: L-RMMS2. */
const PAGES = {
  protected: { memAttr: 0b0110, words: 'protected memory' },
  coherent: { memAttr: 0b0111, words: 'an assigned device that is coherent' },
  other: { memAttr: 0b0101, words: 'an assigned device that is not coherent' },
} as const;

type Page = keyof typeof PAGES;

const bits = (memAttr: number): string => memAttr.toString(2).padStart(4, '0');

function frame(values: Values): Frame {
  const { memAttr, words } = PAGES[values['page'] as Page] ?? PAGES.protected;
  const asked = (values['asks'] ?? 'wb') as Asked;
  const fwb = values['fwb'] === '1';
  const seen = seenBy(asked, memAttr, fwb);
  return {
    svg: owners({
      host: [
        { name: 'VMM', line: 'in the host', idle: true },
        { name: 'its table', line: "the kernel's", idle: true },
        null,
      ],
      deciders: [
        { name: 'KVM', line: 'asks by RMI' },
        { name: 'RMM', line: 'firmware', acts: true },
        null,
      ],
      writer: 1,
      guest: [
        { name: 'Realm', line: `asks ${asked === 'device' ? 'Device' : asked.toUpperCase()}` },
        { name: 'stage 1', line: "the Realm's" },
        { name: 'stage 2', line: `RMM's: ${bits(memAttr)}` },
      ],
      seen,
      hosted: null,
      refusal: null,
    }),
    title: `The firmware writes ${bits(memAttr)}`,
    says: `The RMM, not KVM, owns the Realm's stage 2. For ${words} it writes ${bits(memAttr)}. The Realm asks for ${inSentence(asked)}; ${fwb ? 'with' : 'without'} FWB its accesses are ${seen}.${fwb ? '' : ' The firmware takes FWB for granted.'}`,
  };
}

/** Who writes a Realm's stage 2, and what its constants mean with FWB and without. */
export const drawing: Drawing = {
  name: 'cca',
  fields: [
    {
      key: 'page',
      label: 'Page',
      shape: 'select',
      options: [
        ['protected', 'protected memory'],
        ['coherent', 'assigned device, coherent'],
        ['other', 'assigned device, not coherent'],
      ],
    },
    { key: 'asks', label: 'The Realm asks for', shape: 'radio', options: ASKED_OPTIONS },
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
  ],
  preset: { page: 'protected', asks: 'nc', fwb: '1' },
  frames: (values) => [frame(values)],
};
