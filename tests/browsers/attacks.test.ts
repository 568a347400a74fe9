import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeLink } from '../../src/snippets/core/link.ts';
import { ATTACKS } from '../attacks/attacks.ts';
import { serveSnippets, type Site } from '../snippets/support/site.ts';
import type { Engine } from './engine.ts';
import { findEngines } from './find-engines.ts';
import { startEngine } from './start.ts';

/* The programs of tests/attacks, in the engines beside Chromium: each opened by a link, and run. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Words of an engine are not the language: what each says where Chromium says something else. */
const OWN: Readonly<Record<string, RegExp>> = {
  'endless recursion':
    /^(InternalError: too much recursion|RangeError: Maximum call stack size exceeded|Stopped: the code did not end within 2 s)/,
  // Firefox never answers, or late.
  'import() behind eval':
    /^(TypeError: |Stopped: the code waits for a promise that never settles$)/,
  'import() of own text behind eval':
    /^(TypeError: |Stopped: the code waits for a promise that never settles$)/,
  // Each engine has another limit of what a regular expression may try; WebKit may even be done in time.
  'slow regular expression':
    /^(Stopped: the code did not end within 2 s|InternalError: .+|Ends without output\.)$/,
  'memory hog of buffers':
    /^(Stopped: the code did not end within 2 s|RangeError: .+|InternalError: .+)/,
  'memory hog': /^(Stopped: the code did not end within 2 s|RangeError: .+|InternalError: .+)/,
  // Only Chromium has call sites.
  'a call site that gives away the port': /^(true|TypeError: .+)/,
  'stack trace under its control': /^TypeError: /,
  'message event of its own': /^ReferenceError: /,
  // WebKit counts a call's column from its bracket.
  'early report of the end': /^Error: forged \(line 2, column \d+\)$/,
  'replaced console and show': /^Error: still told \(line 2, column \d+\)$/,
  garbage: /^SyntaxError: /,
  'open template': /^SyntaxError: /,
  'closing brackets': /^SyntaxError: /,
  'syntax error': /^SyntaxError: /,
  '10,000 brackets': /^(SyntaxError|InternalError|RangeError): /,
};

/** What is said of a name that nobody knows, in the words of Chromium. */
const asChromiumSays = (line: string): string =>
  line.replace(/^ReferenceError: Can't find variable: (\w+)/, 'ReferenceError: $1 is not defined');

const FENCE = { id: 'fine', code: "console.log('fine');", group: null, throws: null };

describe.each(findEngines())('$name', (found) => {
  const why = 'missing' in found ? found.missing : null;
  let engine: Engine;
  let site: Site;
  beforeAll(async () => {
    if (!('programs' in found)) return;
    [site, engine] = await Promise.all([serveSnippets([FENCE]), startEngine(found)]);
  });
  afterAll(() => Promise.all([engine?.close(), site?.close()]));
  beforeEach(({ task }) => void (task.meta.engine = engine.version));

  /** Opens a program by a link, and runs it; what it printed. */
  async function runs(code: string): Promise<string> {
    const link = await writeLink({ id: 'fine', code });
    if (typeof link !== 'string') throw new Error(link.why);
    await engine.goto('about:blank');
    await engine.goto(`${site.url}${link}`);
    await vi.waitUntil(() => engine.run(() => document.querySelector('.snip-editor') !== null), {
      timeout: 60_000,
    });
    site.asked.length = 0;
    await engine.click('stage-snippet [data-do=run]');
    await engine.says('stage-snippet .snip-note', /^(Ran|Stopped|Not run)/);
    return (await engine.text('stage-snippet .snip-out')) ?? '';
  }

  test.skipIf(why !== null).each(ATTACKS)('$name', async ({ name, code, ends }) => {
    const output = await runs(code.replace('SITE/', site.url));
    expect(asChromiumSays(output.split('\n').at(-1) ?? '')).toMatch(OWN[name] ?? ends);
    const about = await engine.run(() => [document.title, location.pathname, document.cookie]);
    expect(about).toEqual(['Snippets', '/', '']);
    const own = /\/(sandbox(-whole)?\.html|names\.json|seen\.json|\w+-[A-Z0-9]{8}\.js)$/;
    expect(site.asked.filter((path) => !own.test(path))).toEqual([]);
  });
});
