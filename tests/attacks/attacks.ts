/** Code that a reader may type, by mistake or on purpose, and the line that must stand below it. */
export interface Attack {
  readonly name: string;
  /** SITE/ stands for the address of the page. */
  readonly code: string;
  /** The whole output, or its last lines, must match. */
  readonly ends: RegExp;
}

const TOO_LONG = /^Stopped: the code did not end within 2 s$/;
const undefinedName = (name: string, tell: string): RegExp =>
  new RegExp(`^ReferenceError: ${name} is not defined\\. ${tell} \\(line \\d+, column \\d+\\)$`);
const NETWORK = 'A snippet has no network\\.';
const STORAGE = 'A snippet has no storage: its variables end with the run\\.';
const PAGE = 'A snippet has no page: it prints with console and show\\.';
const ALONE = 'A snippet runs alone: it starts no other code\\.';
const CUT = /^\[Output ends here\. A snippet may print 64 KiB of text and 1000 times\.\]$/;

export const ATTACKS: readonly Attack[] = [
  // Time
  { name: 'infinite loop', code: 'for (;;) {}', ends: TOO_LONG },
  { name: 'infinite chain of promises', code: 'for (;;) await null;', ends: TOO_LONG },
  {
    name: 'infinite chain of timers',
    code: 'const again = () => setTimeout(again, 0);\nagain();',
    ends: TOO_LONG,
  },
  {
    name: 'slow regular expression',
    code: "/^(a+)+$/.test('a'.repeat(40) + 'b');",
    ends: TOO_LONG,
  },
  {
    name: 'promise that never settles',
    code: 'await new Promise(() => {});',
    ends: /^Stopped: the code waits for a promise that never settles$/,
  },
  {
    name: 'endless recursion',
    code: 'const f = () => f();\nf();',
    ends: /^RangeError: Maximum call stack size exceeded \(line 1, column \d+\)$/,
  },

  // Network
  { name: 'fetch', code: "await fetch('/');", ends: undefinedName('fetch', NETWORK) },
  {
    name: 'XMLHttpRequest',
    code: 'new XMLHttpRequest();',
    ends: undefinedName('XMLHttpRequest', NETWORK),
  },
  {
    name: 'WebSocket',
    code: "new WebSocket('ws://127.0.0.1');",
    ends: undefinedName('WebSocket', NETWORK),
  },
  {
    name: 'EventSource',
    code: "new EventSource('/');",
    ends: undefinedName('EventSource', NETWORK),
  },
  {
    name: 'sendBeacon',
    code: "navigator.sendBeacon('/');",
    ends: undefinedName('navigator', NETWORK),
  },
  {
    name: 'import()',
    code: "await import('/element.js');",
    ends: /^SyntaxError: import\(\) is not available\. .* \(line 1, column 7\)$/,
  },
  {
    name: 'import() behind eval',
    code: `await (0, eval)("import('SITE/element.js')");`,
    ends: /^TypeError: Failed to fetch dynamically imported module/,
  },
  {
    name: 'import() of own text behind eval',
    code: `await (0, eval)("import('data:text/javascript,export default 1')");`,
    ends: /^TypeError: /,
  },
  {
    name: 'importScripts',
    code: "importScripts('/element.js');",
    ends: undefinedName('importScripts', ALONE),
  },

  // Other code, storage, page
  { name: 'nested worker', code: "new Worker('data:,');", ends: undefinedName('Worker', ALONE) },
  {
    name: 'WebAssembly',
    code: 'new WebAssembly.Module();',
    ends: undefinedName('WebAssembly', ALONE),
  },
  { name: 'IndexedDB', code: "indexedDB.open('a');", ends: undefinedName('indexedDB', STORAGE) },
  {
    name: 'localStorage',
    code: 'localStorage.a = 1;',
    ends: undefinedName('localStorage', STORAGE),
  },
  {
    name: 'sessionStorage',
    code: 'sessionStorage.a = 1;',
    ends: undefinedName('sessionStorage', STORAGE),
  },
  { name: 'caches', code: "await caches.open('a');", ends: undefinedName('caches', STORAGE) },
  { name: 'document', code: 'document.body.remove();', ends: undefinedName('document', PAGE) },
  { name: 'parent', code: 'parent.location = "/";', ends: undefinedName('parent', PAGE) },
  { name: 'self', code: 'self.close();', ends: undefinedName('self', PAGE) },

  // Flood
  { name: 'console flood', code: "for (;;) console.log('x');", ends: CUT },
  {
    name: 'console flood that catches what stops it',
    code: "for (;;) try { console.log('x'); } catch {}",
    ends: CUT,
  },
  { name: '100 MB of output', code: "console.log('x'.repeat(100e6));", ends: CUT },
  {
    name: '100 MB inside a value',
    code: "console.log({ x: 'x'.repeat(100e6) });",
    ends: /^\}$/,
  },
  {
    name: '100 MB in a table',
    code: "console.table([{ x: 'x'.repeat(100e6) }]);",
    ends: /x{1000}$/,
  },
  {
    name: 'deep and wide value',
    code: 'const wide = (d: number): unknown => d === 0 ? 1 : Array.from({ length: 100 }, () => d > 3 ? wide(d - 1) : d);\nconst deep = wide(5);\nconsole.log([deep, deep, deep]);',
    ends: CUT,
  },
  {
    name: 'flood of own messages',
    code: 'for (;;) postMessage(1);',
    ends: undefinedName('postMessage', PAGE),
  },
  {
    name: 'memory hog',
    code: 'const all: unknown[] = [];\nfor (;;) all.push(new Array(1e6).fill(all.length));',
    ends: TOO_LONG,
  },
  {
    name: 'memory hog of buffers',
    code: 'const all: unknown[] = [];\nfor (;;) all.push(new Uint8Array(64e6).fill(1));',
    ends: /^Stopped: the code did not end within 2 s$|^RangeError: Array buffer allocation failed/,
  },

  // Forgery: what is printed are texts, never markup, and never the runner's own words
  {
    name: 'markup in output',
    code: 'console.log(\'<img src=x onerror="document.title=1">\');',
    ends: /^<img src=x onerror="document\.title=1">$/,
  },
  {
    name: 'forged value for show',
    code: "show({ kind: 'decision', title: '<b>', verdict: 'mapped\" onclick=\"x', steps: [], because: [] });",
    ends: /^\}$/,
  },
  {
    name: 'a throwing value for show',
    code: 'show(new Proxy({}, { get() { throw 1; }, ownKeys() { throw 1; }, getPrototypeOf() { throw 1; }, getOwnPropertyDescriptor() { throw 1; } }));\nconsole.log("after");',
    ends: /^after$/,
  },
  {
    name: 'message event of its own',
    code: "dispatchEvent(new MessageEvent('message'));",
    ends: /^ReferenceError: dispatchEvent is not defined/,
  },
  {
    name: 'early report of the end',
    code: "$ok();\n$no(new Error('forged'));\nconsole.log('more');",
    ends: /^Error: forged \(line 2, column 5\)$/,
  },
  {
    name: 'a call site that gives away the port',
    code: "Error.prepareStackTrace = (_, sites) => sites;\nconst sites = new Error('x').stack as unknown as { getThis(): unknown; getFunction(): unknown }[];\nconsole.log(sites.every((s) => (s.getThis() ?? globalThis) === globalThis && s.getFunction() === undefined));",
    ends: /^true$/,
  },

  // Poison
  {
    name: 'replaced prototypes',
    code: "Array.prototype.push = Promise.prototype.then = String.prototype.slice = () => { throw 1; };\nObject.prototype.toJSON = () => { throw 1; };\nconsole.log('prints', [1]);",
    ends: /^prints \[ 1 \]$/,
  },
  {
    name: 'replaced console and show',
    code: "console.log = show = () => {};\nthrow new Error('still told');",
    ends: /^Error: still told \(line 2, column 7\)$/,
  },
  {
    name: 'replaced error fields',
    code: "throw Object.defineProperties(new Error('x'), { message: { get() { throw 1; } }, stack: { get() { for (;;) {} } } });",
    ends: /^Error: the thrown value cannot be read$/,
  },
  {
    name: 'stack trace under its control',
    code: "Error.prepareStackTrace = () => { throw new Error('trap'); };\nError.stackTraceLimit = 0;\nnull.x;",
    ends: /^TypeError: Cannot read properties of null \(reading 'x'\)$/,
  },

  // Not code
  {
    name: 'syntax error',
    code: 'const a = ;',
    ends: /^SyntaxError: Unexpected token \(line 1, column 11\)$/,
  },
  { name: 'garbage', code: 'lorem ipsum dolor', ends: /^SyntaxError: .*\(line 1, column \d+\)$/ },
  { name: 'open template', code: 'const a = `', ends: /^SyntaxError: Unterminated template/ },
  { name: 'closing brackets', code: '}})();', ends: /^SyntaxError: Unexpected token/ },
  {
    name: '10,000 brackets',
    code: '['.repeat(10_000),
    ends: /^SyntaxError: Maximum call stack size exceeded$/,
  },
];
