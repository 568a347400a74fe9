import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './aside.ts';
import { editionOf } from './edition.ts';
import { fileOf } from './routes.ts';

/* A thread of aside.ts: makes the editions of its share of the pages. */
const { folder, site, guide, share } = workerData as Work;
const made = share.map((route) => {
  const html = readFileSync(fileOf(folder, route), 'utf8');
  return [route, editionOf(route, html, site, guide)] as const;
});
parentPort?.postMessage(made);
