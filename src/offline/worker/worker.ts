import { cacheNames, type Others, type Progress, type Take } from '../edition.ts';
import { answer } from './answer.ts';
import { install } from './install.ts';
import type { Scope } from './scope.ts';

/*
 * Keeps one edition of the site, which the build names, and answers with it and nothing else. A later edition
 * is fetched whole beside it, and takes over when no page of the earlier one is open: no page meets files of
 * another build.
 */
declare const EDITION: string;
const worker = self as unknown as Scope;

const { scope } = worker.registration;
const names = cacheNames(new URL(scope).pathname);
const name = names + EDITION;

const pages = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
/** What was told before is heard before. */
let told = Promise.resolve();
function tell(progress: Progress): Promise<void> {
  const before = told;
  const now = async (): Promise<void> => {
    await before;
    for (const page of await pages()) page.postMessage(progress);
  };
  return (told = now());
}

const others = async (): Promise<string[]> =>
  (await caches.keys()).filter((one) => one.startsWith(names) && one !== name);

worker.addEventListener('install', (event) => event.waitUntil(keep()));
async function keep(): Promise<void> {
  const cache = await caches.open(name);
  const before = await Promise.all((await others()).map((one) => caches.open(one)));
  try {
    await install({ scope, id: EDITION, cache, before }, (kept, of) => void tell({ kept, of }));
  } catch (error) {
    await tell({ failed: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

worker.addEventListener('activate', (event) =>
  event.waitUntil(others().then((old) => Promise.all(old.map((one) => caches.delete(one))))),
);

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  event.respondWith(answer(event.request, name, scope));
});

worker.addEventListener('message', (event) => {
  if ((event.data as Take) === 'take') event.waitUntil(take(event.ports[0]));
});
/** Takes over at once where one page is open; a second one would go on with files of another build. */
async function take(port: MessagePort | undefined): Promise<void> {
  const open = (await pages()).length;
  if (open <= 1) await worker.skipWaiting();
  else port?.postMessage({ others: open - 1 } satisfies Others);
}
