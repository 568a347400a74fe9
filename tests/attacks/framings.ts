import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ways to the page of the sandbox with the site's own origin: a name, and the frame's attributes; null: no frame. */
export const FRAMINGS: readonly (readonly [name: string, attributes: string | null])[] = [
  ['framed by a stranger', ''],
  ['framed by a stranger who asks for its origin', 'sandbox="allow-scripts allow-same-origin"'],
  ['opened by itself', null],
];

/** What the page of the sandbox says where it has an origin to lose. */
export const SENTENCE =
  'This page runs the snippets of Stage Two, inside of its pages only. Nothing runs here.';

/** A stranger's page that frames the sandbox of a host, and keeps in `heard` what it is told. */
export const framing = (attributes: string, host: string): string => `<!doctype html><script>
  globalThis.heard = [];
  addEventListener('message', ({ data }) => heard.push(data.type));
</script><iframe ${attributes} src="${host}/sandbox.html"></iframe>`;

export const at = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A server of one page, without any header but its type. */
export async function serverOf(html: () => string): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
