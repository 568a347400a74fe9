import { KEPT_SANDBOX, NOT_KEPT } from '../edition.ts';

/**
 * answer gives what the cache of that name has of what a page asks for; else what the network has, or a page that says so.
 * After the reader forgot all, no cache has that name: then all is asked of the network.
 */
export async function answer(request: Request, name: string, scope: string): Promise<Response> {
  const { origin, pathname, search } = new URL(request.url);
  const address = origin + pathname;
  const keptAt = (at: string) => caches.match(at, { cacheName: name });
  const kept = await keptAt(address);
  if (search === KEPT_SANDBOX) return sealed(kept ?? (await fetch(address)));
  if (kept) return kept;
  const isPage = request.mode === 'navigate';
  if (isPage && (await keptAt(`${address}/`))) return Response.redirect(`${address}/${search}`);
  try {
    return await fetch(request);
  } catch (error) {
    const page = isPage ? await keptAt(scope + NOT_KEPT) : undefined;
    if (!page) throw error;
    return new Response(page.body, { status: 503, headers: page.headers });
  }
}

/**
 * A frame of no origin asks the network past every worker. So the page makes one without the attribute
 * `sandbox`, and its document gets here what the attribute would say. Where this header is lost the sandbox
 * has the site's origin, and runs nothing.
 */
const sealed = (page: Response): Response =>
  new Response(page.body, {
    status: page.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': 'sandbox allow-scripts',
    },
  });
