import type { Drawing } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import { frameOf } from '../leak/drawing.ts';
import { storyOn } from '../leak/story.ts';

/** The founding case on the reader's host. The switches say what they are: the page explains no other word. */
export const drawing: Drawing = {
  name: 'leak-by-host',
  fields: [
    {
      key: 'fwb',
      label: 'FWB: stage 2 can force Write-Back',
      shape: 'check',
      options: NO_YES,
    },
    {
      key: 'dic',
      label: 'DIC: new code needs no invalidation',
      shape: 'check',
      options: NO_YES,
    },
  ],
  preset: { fwb: '0', dic: '0' },
  frames: ({ fwb, dic }) => storyOn({ fwb: fwb === '1', dic: dic === '1' }).map(frameOf),
};
