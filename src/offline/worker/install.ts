import { LIST, NOTE, type Edition, type EditionFile } from '../edition.ts';

/** As many as a host answers at once without others having to wait. */
const AT_ONCE = 6;
/** What a kept answer has of the headers it came with. */
const HEADERS = ['content-type', 'content-security-policy', 'x-content-type-options'];
HEADERS.push('referrer-policy', 'cross-origin-opener-policy', 'permissions-policy');

/** Where a worker keeps: its folder as an address, the edition that it is made for, the cache of that. */
export interface Place {
  readonly scope: string;
  readonly id: string;
  readonly cache: Cache;
  /** Caches of earlier editions: a file that has not changed is taken from there. */
  readonly before: readonly Cache[];
}

/**
 * install keeps all files of an edition; `told` hears how many are there. It throws where one does not come or
 * is another than the list says: a host that is being changed serves two builds, and they are not mixed. What
 * came stays, so that the next try goes on from there.
 */
export async function install(
  place: Place,
  told: (kept: number, of: number) => void,
): Promise<void> {
  const { scope, id, cache, before } = place;
  const answer = await fetch(scope + LIST, { cache: 'no-store' });
  const edition = (answer.ok ? await answer.json() : null) as Edition | null;
  if (edition?.id !== id) throw new Error('the site is being changed. Try again in a minute');
  const sums = await Promise.all(before.map((one) => sumsOf(one, scope)));
  const take = async ([path, sum]: EditionFile): Promise<void> => {
    const address = scope + path;
    if (await cache.match(address)) return;
    const known = before.find((_, i) => sums[i]?.get(path) === sum);
    await cache.put(address, (await known?.match(address)) ?? (await fetched(scope, path, sum)));
  };
  const rest = edition.files.values();
  let kept = 0;
  let failed: unknown = null;
  const worker = async (): Promise<void> => {
    for (const file of rest) {
      if (failed !== null) return;
      try {
        await take(file);
        told(++kept, edition.files.length);
      } catch (error) {
        failed ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failed !== null) throw failed;
  // Last: who finds it finds all the rest.
  const date = new Date().toUTCString();
  await cache.put(scope + LIST, Response.json(edition, { headers: { date } }));
}

async function sumsOf(cache: Cache, scope: string): Promise<ReadonlyMap<string, string>> {
  const list = await cache.match(scope + LIST);
  return new Map(list ? ((await list.json()) as Edition).files : []);
}

async function fetched(scope: string, path: string, sum: string): Promise<Response> {
  const answer = await fetch(scope + path, { cache: 'no-cache', integrity: sum }).catch(() => {
    throw new Error(`${path || 'the first page'} did not come, or came from another build`);
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  const headers = new Headers();
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const isPage = path === '' || path.endsWith('/');
  // A kept page says that it is one.
  const body = isPage
    ? (await answer.text()).replace(
        '</body>',
        `<script type="module" src="${new URL(scope + NOTE).pathname}"></script></body>`,
      )
    : await answer.blob();
  return new Response(body, { headers });
}
