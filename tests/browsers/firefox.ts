import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Wire } from './engine.ts';

/* Firefox over WebDriver BiDi, which it speaks itself: https://www.w3.org/TR/webdriver-bidi/ */

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

export async function startFirefox([program = '']: readonly string[]): Promise<Wire> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const env = { ...process.env, HOME: profile };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await once(socket, 'open');
  const send = sender(socket);
  const { capabilities } = (await send('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  const { context } = (await send('browsingContext.create', { type: 'tab' })) as {
    context: string;
  };
  /** The first frame of the page; the page itself where it has none. */
  const frameOf = async (page: string): Promise<string> => {
    const { contexts } = (await send('browsingContext.getTree', { root: page })) as {
      contexts: readonly { children: readonly { context: string }[] }[];
    };
    return contexts[0]?.children[0]?.context ?? page;
  };
  const viewport = { width: 1280, height: 900 };
  await send('browsingContext.setViewport', { context, viewport });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    goto: async (url) =>
      void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (expression, inFrame = false) => {
      const target = { context: inFrame ? await frameOf(context) : context };
      const said = { expression, target, awaitPromise: true };
      const answer = (await send('script.evaluate', said)) as {
        result?: { value: string };
        exceptionDetails?: { text: string };
      };
      if (answer.result === undefined) throw new Error(answer.exceptionDetails?.text);
      return answer.result.value;
    },
    act: async (actions) => void (await send('input.performActions', { context, actions })),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where it listens, as it says once it does. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of child.stderr ?? []) {
    said += String(part);
    const address = /BiDi listening on (ws:\S+)/.exec(said)?.[1];
    if (address !== undefined) {
      // What it says later is heard by nobody, and must not stop it.
      child.stderr?.resume();
      return address;
    }
  }
  throw new Error(`Firefox ended before it listened: ${said}`);
}

type Send = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

function sender(socket: WebSocket): Send {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
  });
  return async (method, params) => {
    const id = ++last;
    const heard = new Promise<Answer>((hear) => waiting.set(id, hear));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await heard;
    waiting.delete(id);
    if (type === 'error') throw new Error(`${method}: ${error}: ${message}`);
    return result;
  };
}
