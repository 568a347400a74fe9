import { readFileSync } from 'node:fs';
import { answerWith } from '../worker/answer.ts';
import { editionOf } from './edition.ts';
import type { Made, Work } from './in-workers.ts';
import { fileOf } from './routes.ts';

answerWith(({ folder, site, guide, share }: Work): Made =>
  share.map((route) => {
    const html = readFileSync(fileOf(folder, route), 'utf8');
    return [route, editionOf(route, html, site, guide)] as const;
  }),
);
