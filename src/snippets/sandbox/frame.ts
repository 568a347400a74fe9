import type { FrameNews, Retire } from './protocol.ts';

/*
 * The page of the sandbox frame. It keeps one worker ready and ends workers when told. It passes
 * ports on and listens to no message of a worker, so that nothing that a snippet says is heard here.
 * Where its origin is not opaque, as a frame of the site makes it, it runs nothing: in a tab, or framed by a
 * stranger on a host that sends no headers, a snippet would otherwise run as the site.
 */
const ELSEWHERE =
  'This page runs the snippets of Stage Two, inside of its pages only. Nothing runs here.';

function serve(): void {
  const source = document.getElementById('worker')?.textContent ?? '';
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const { port1: page, port2 } = new MessageChannel();

  let id = 0;
  let worker: Worker | null = null;

  const refused = (): void => page.postMessage({ type: 'no-worker' } satisfies FrameNews);

  function start(): void {
    id += 1;
    try {
      worker = new Worker(url);
    } catch {
      return refused();
    }
    // An error in its code is another kind of event: this is heard where it was not even loaded.
    worker.onerror = (event) => {
      if (!(event instanceof ErrorEvent)) refused();
    };
    const { port1, port2: far } = new MessageChannel();
    worker.postMessage(null, [port1]);
    page.postMessage({ type: 'worker', id } satisfies FrameNews, [far]);
  }

  page.onmessage = ({ data }: MessageEvent<Retire>) => {
    if (data.retire !== id) return;
    worker?.terminate();
    start();
  };

  // The only message to the window: whoever framed this page gets a port, and nothing secret.
  parent.postMessage({ type: 'frame' } satisfies FrameNews, '*', [port2]);
  start();
}

if (self.origin === 'null') serve();
else document.body.append(Object.assign(document.createElement('p'), { textContent: ELSEWHERE }));
