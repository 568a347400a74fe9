import type { FrameNews } from '../sandbox/protocol.ts';

/** A sandbox frame that has been asked for. */
export interface OpenFrame {
  readonly url: string;
  readonly element: HTMLIFrameElement;
  /** The frame's own port, as soon as its page speaks. */
  readonly control: Promise<MessagePort>;
  /** Settled when something has been loaded, be it the browser's own page of an error. */
  readonly loaded: Promise<unknown>;
}

let opened: OpenFrame | null = null;

/**
 * openFrame gives the page's sandbox frame, whichever it is, and makes it if there is none. It needs no other
 * module, so that the frame loads beside the code that will use it.
 */
export function openFrame(url: string): OpenFrame {
  if (opened) return opened;
  const element = document.createElement('iframe');
  const control = new Promise<MessagePort>((resolve) => {
    addEventListener('message', function greet({ source, data, ports: [port] }) {
      if (source !== element.contentWindow || (data as FrameNews).type !== 'frame' || !port) return;
      removeEventListener('message', greet);
      resolve(port);
    });
  });
  const loaded = new Promise((resolve) => element.addEventListener('load', resolve));
  // Where a worker keeps the site, it answers for the sandbox too, of the same edition: `offline/worker/answer.ts`.
  const isKept = navigator.serviceWorker?.controller?.scriptURL.endsWith('/offline-worker.js');
  if (!isKept) element.setAttribute('sandbox', 'allow-scripts');
  element.hidden = true;
  element.title = 'Sandbox of the snippets';
  element.src = isKept ? `${url}?kept` : url;
  document.body.append(element);
  opened = { url, element, control, loaded };
  return opened;
}

/**
 * closeFrame gives the frame up; the next openFrame makes a new one. The old one is taken out of
 * the page a moment later: with the last frame Chromium ends its process, and a frame that is
 * opened in that moment never loads.
 */
export function closeFrame(): void {
  const old = opened;
  opened = null;
  if (old) setTimeout(() => old.element.remove(), 1_000);
}
