import { Agent, get } from 'node:http';
import { median } from '../support/stats.ts';

/** What a page asks a host for, and how fast the host gives it. */
export interface Load {
  /** Requests of a first visit, and bytes of their bodies as sent. */
  requests: number;
  bytes: number;
  /** Milliseconds that the slowest of a hundred requests takes. */
  tail: number;
  /** Whole first visits a second. */
  visits: number;
  /** Seconds of the processor that a thousand first visits take, of the server and of who asks. */
  cpu: number;
}

const VISITS = 40;
const READERS = 8;

/**
 * Asks for all addresses of a page as a first visit does, `VISITS` times, several readers at once, over
 * connections that stay. What a server does is the same for every site, so this is about what they ask.
 */
export async function loadOf(
  addresses: readonly string[],
): Promise<Omit<Load, 'requests' | 'bytes'>> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const times: number[] = [];
  const begin = performance.now();
  const before = process.cpuUsage();
  let left = VISITS;
  const reader = async (): Promise<void> => {
    while (left-- > 0)
      for (const address of addresses) {
        const start = performance.now();
        await bytesOf(address, agent);
        times.push(performance.now() - start);
      }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const seconds = (performance.now() - begin) / 1000;
  // Milliseconds of one visit are seconds of a thousand.
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / VISITS;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const tail = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
  return { tail, visits: VISITS / seconds, cpu };
}

/** The medians of several rounds. */
export const medianLoad = (
  rounds: readonly Omit<Load, 'requests' | 'bytes'>[],
): Omit<Load, 'requests' | 'bytes'> => ({
  tail: median(rounds.map(({ tail }) => tail)),
  visits: median(rounds.map(({ visits }) => visits)),
  cpu: median(rounds.map(({ cpu }) => cpu)),
});

function bytesOf(address: string, agent: Agent): Promise<number> {
  return new Promise((done, failed) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => done(bytes));
      answer.on('error', failed);
    }).on('error', failed);
  });
}
