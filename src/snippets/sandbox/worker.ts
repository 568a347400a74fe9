import { PARAMETERS } from '../core/parameters.ts';
import { makeRealm } from '../realm/realm.ts';
import type { Host } from '../realm/realm.ts';
import type { Job, WorkerNews } from './protocol.ts';

/*
 * The worker of the sandbox: takes the port to the page from its first message, becomes a realm,
 * and waits for one program. Whatever it needs later is taken here, before a snippet can touch it.
 */
const { apply } = Reflect;
const { postMessage } = MessagePort.prototype;
const { preventDefault } = Event.prototype;
const nativeTimeout = setTimeout;
const listen = addEventListener;
const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => unknown;

listen('message', (first) => boot(first.ports[0] as MessagePort), { once: true });

function boot(port: MessagePort): void {
  const post = (news: WorkerNews): void => apply(postMessage, port, [news]);
  const { port1: here, port2: there } = new MessageChannel();
  const nextTurn = (): void => apply(postMessage, there, [null]);

  let misplaced: ((line: number | null, column: number | null) => void) | null = null;
  listen('error', (event) => {
    apply(preventDefault, event, []);
    misplaced?.(event.lineno || null, event.colno || null);
  });
  // An engine tells the place of a syntax error only where nobody catches it.
  const syntaxPlace: Host['syntaxPlace'] = (js, found) => {
    misplaced = (line, column) => {
      misplaced = null;
      found(line === null || line <= 2 ? null : line - 2, column);
    };
    nativeTimeout(() => {
      void new AsyncFunction(...PARAMETERS, js);
    });
  };

  listen('unhandledrejection', (event) => {
    apply(preventDefault, event, []);
    realm.unhandled(event.reason);
  });
  const realm = makeRealm({ post, syntaxPlace });
  here.onmessage = () => {
    if (realm.turn()) nextTurn();
  };
  port.onmessage = ({ data }: MessageEvent<Job>) => {
    port.onmessage = null;
    post({ type: 'start' });
    realm.run(data);
    nextTurn();
  };
  // A program that waits already goes first.
  nativeTimeout(() => {
    if (port.onmessage) realm.warmUp();
  });
}
