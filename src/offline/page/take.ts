import type { Others, Take } from '../edition.ts';
import { registration } from './kept.ts';

/**
 * takeNewer lets the edition that waits take over, and loads the page anew from it; `told` hears how many
 * other pages of the book are open, where that has to wait for them.
 */
export async function takeNewer(told: (others: number) => void): Promise<void> {
  const waiting = (await registration())?.waiting;
  if (!waiting) return location.reload();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Others>) => told(data.others);
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  waiting.postMessage('take' satisfies Take, [port2]);
}
