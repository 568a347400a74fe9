import type { Policy } from '../model/index.ts';

/*
 * With what the editor comes: a policy to be changed. The page shows the text from here on, and judges
 * it when it is built.
 */
export const policy: Policy = {
  name: 'mine',
  onMemslot: ({ fwb }) => (fwb ? 'accepted' : 'EINVAL'),
  onFault: ({ dic }) => (dic ? 'normal' : 'device'),
};
