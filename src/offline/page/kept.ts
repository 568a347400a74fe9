import { cacheNames, LIST, WORKER, type Edition } from '../edition.ts';

/** The folder of the site, as addresses of this page have it: where its first link leads. */
const BASE = document.querySelector<HTMLAnchorElement>('a.brand')?.pathname ?? '/';

/** What this browser keeps now. */
export interface Kept {
  /** What answers pages that are opened; null: nothing is kept yet. */
  readonly edition: Edition | null;
  /** The day on which that was kept, as the clock of this machine had it. */
  readonly day: Date | null;
  /** A newer edition is fetched whole, and waits until no page of this one is open. */
  readonly newer: ServiceWorker | null;
  /** An edition is being fetched. */
  readonly coming: ServiceWorker | null;
}

const NOTHING: Kept = { edition: null, day: null, newer: null, coming: null };

/** Whether this browser can keep anything, on this address: not without https, nor in some private windows. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

/** registration is the worker of this site; one of a site in a folder above is another's. */
export async function registration(): Promise<ServiceWorkerRegistration | null> {
  const found = await navigator.serviceWorker.getRegistration(BASE);
  return found && new URL(found.scope).pathname === BASE ? found : null;
}

/** kept reads what is there. */
export async function kept(): Promise<Kept> {
  const found = await registration();
  if (found === null) return NOTHING;
  const [edition, day] = found.active ? await answering() : [null, null];
  return { edition, day, newer: edition && found.waiting, coming: found.installing };
}

/** Caches stand in the order of their making: the first whole one is of the edition that answers. */
async function answering(): Promise<readonly [Edition | null, Date | null]> {
  for (const name of await ourCaches()) {
    const list = await caches.match(BASE + LIST, { cacheName: name });
    if (list) return [(await list.json()) as Edition, new Date(list.headers.get('date') ?? NaN)];
  }
  return [null, null];
}

const ourCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cacheNames(BASE)));

/** keep begins to keep the site, or goes on where it was cut off. */
export const keep = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(BASE + WORKER, { scope: BASE, updateViaCache: 'none' });

/** forget ends it, and takes away all that was kept. */
export async function forget(): Promise<void> {
  await (await registration())?.unregister();
  for (const name of await ourCaches()) await caches.delete(name);
}
