const EVENT = (make: string): string =>
  `await new Promise((ok, no) => { const x = ${make}; x.onopen = ok; x.onerror = () => no(new Error()); });`;

/** What code tries in a worker that nobody has locked down, and the error by which it fails; URL is the site's. */
export const UNLOCKED: readonly (readonly [name: string, code: string, error: string])[] = [
  ['fetch', "await fetch('URL');", 'TypeError'],
  [
    'a request',
    "const x = new XMLHttpRequest(); x.open('GET', 'URL', false); x.send();",
    'NetworkError',
  ],
  ['a web socket', EVENT("new WebSocket('URL'.replace('http', 'ws'))"), 'Error'],
  ['an event source', EVENT("new EventSource('URL')"), 'Error'],
  ['importScripts', "importScripts('URL');", 'NetworkError'],
  ['import()', "await import('URL');", 'TypeError'],
  ['IndexedDB', "indexedDB.open('a');", 'SecurityError'],
  ['the cache', "await caches.open('a');", 'ReferenceError'],
];
