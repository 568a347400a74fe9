import { create, indexOf, slice } from './primordials.ts';

const TELL: Record<string, string> = Object.assign(create(null), names());

/** What V8, SpiderMonkey and JavaScriptCore say of a number beside a BigInt. */
const MIXED = ['Cannot mix BigInt', "can't convert BigInt to number", 'Invalid mix of BigInt'];
const WITH_N = 'A 64-bit value has n behind it, as in 0xfffn; BigInt(value) makes one of a number.';

/** hint adds to a bare message what a snippet has instead, or what a C programmer may not know. */
export function hint(message: string): string {
  for (let i = 0; i < MIXED.length; i++) {
    if (indexOf(message, MIXED[i] ?? '') === 0) return `. ${WITH_N}`;
  }
  const tell = TELL[unknownName(message)];
  return tell === undefined ? '' : `. ${tell}`;
}

/** How JavaScriptCore begins where the others end with “is not defined”. */
const CANNOT_FIND = "Can't find variable: ";

/** The name that an engine does not know; nothing where it says something else. */
function unknownName(message: string): string {
  if (indexOf(message, CANNOT_FIND) === 0) return slice(message, CANNOT_FIND.length);
  const end = indexOf(message, ' is not defined');
  return end < 0 ? '' : slice(message, 0, end);
}

function names(): Record<string, string> {
  const told: Record<string, string> = {};
  const tell = (list: string, text: string): void => {
    for (const name of list.split(' ')) told[name] = text;
  };
  tell(
    'fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection navigator',
    'A snippet has no network.',
  );
  tell(
    'localStorage sessionStorage indexedDB caches cookieStore',
    'A snippet has no storage: its variables end with the run.',
  );
  tell(
    'document window self parent top location history alert prompt confirm postMessage',
    'A snippet has no page: it prints with console and show.',
  );
  tell(
    'Worker SharedWorker importScripts BroadcastChannel MessageChannel WebAssembly',
    'A snippet runs alone: it starts no other code.',
  );
  tell('require process Buffer module exports', "A snippet imports from 'stage-two' only.");
  tell(
    'fwb dic idc vma vmas attrIndx pfnIsMapMemory',
    'It is a field of an object: write input.fwb, by the name of your own parameter.',
  );
  tell(
    'setInterval setImmediate requestAnimationFrame',
    'A snippet has setTimeout, whose clock jumps.',
  );
  return told;
}
