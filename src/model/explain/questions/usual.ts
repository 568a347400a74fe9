import { verdictWord } from '../words.ts';
import type { Tellings } from './telling.ts';

/** What the usual questions tell. */
export const USUAL_TELLINGS: Tellings = {
  checkExtension: {
    consequence: ({ ret, errno }) => `So the answer is ${ret === null ? 'none' : (errno ?? ret)}.`,
  },
  vmaIsCacheable: {
    consequence: (decision) =>
      decision.cacheable === null
        ? 'So KVM has no answer.'
        : `So the VMA is ${verdictWord(decision)}.`,
  },
  prepareMemoryRegion: {
    facts: ({ refusedVma }) =>
      refusedVma === null ? [] : [['refused VMA', `number ${refusedVma + 1}`]],
    consequence: ({ errno }) =>
      errno === null ? 'So the memslot is accepted.' : `So the memslot is refused with ${errno}.`,
  },
  handleFault: {
    facts: ({ mteTagsSanitised }) =>
      mteTagsSanitised === true ? [['MTE tags', 'initialised']] : [],
  },
};
