import { MAX_TEXT } from '../core/limits.ts';
import type { OutputEvent, RawError } from '../core/types.ts';
import type { WorkerNews } from '../sandbox/protocol.ts';

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isCount = (value: unknown): value is number | null =>
  value === null || Number.isSafeInteger(value);
const isList = <T>(value: unknown, of: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.length <= 10_000 && value.every(of);
const isTexts = (value: unknown): value is string[] => isList(value, isText);

/** readMessage takes what came from a worker only if it has the form that a realm gives it; null: it has not. */
export function readMessage(data: unknown): WorkerNews | null {
  if (!isBag(data)) return null;
  if (data['type'] === 'start' || data['type'] === 'cut') return { type: data['type'] };
  if (data['type'] === 'event' && isEvent(data['event']))
    return { type: 'event', event: data['event'] };
  if (data['type'] === 'asks' && isTextOrNull(data['call']))
    return { type: 'asks', call: data['call'] };
  const { error } = data;
  if (data['type'] !== 'end') return null;
  return error === null || isRawError(error) ? { type: 'end', error } : null;
}

function isRawError(value: unknown): value is RawError {
  return (
    isBag(value) &&
    isText(value['name']) &&
    isText(value['message']) &&
    isCount(value['line']) &&
    isCount(value['column']) &&
    (value['errno'] === undefined || isText(value['errno']))
  );
}

function isEvent(value: unknown): value is OutputEvent {
  if (!isBag(value) || !isText(value['text'])) return false;
  switch (value['kind']) {
    case 'log':
    case 'info':
    case 'warn':
    case 'error':
      return true;
    case 'table':
      return isTexts(value['columns']) && isList(value['rows'], isTexts);
    case 'show':
      return isTree(value['tree']);
    default:
      return false;
  }
}

function isTree(value: unknown): boolean {
  if (!isBag(value)) return false;
  if (value['kind'] === 'value') return isText(value['text']);
  const headed = isText(value['title']) && isList(value['facts'], isTexts);
  if (value['kind'] === 'trace') {
    const judged =
      isText(value['verdict']) && isText(value['verdictWord']) && isTextOrNull(value['property']);
    return headed && judged && isList(value['moves'], isMove);
  }
  const drawn = headed && isList(value['steps'], isStep);
  if (value['kind'] === 'attributes') {
    return drawn && isText(value['memory']) && isTexts(value['alternatives']);
  }
  return (
    drawn &&
    value['kind'] === 'decision' &&
    isText(value['verdict']) &&
    isText(value['verdictWord']) &&
    isTextOrNull(value['errno']) &&
    isTextOrNull(value['memory']) &&
    isText(value['identity'])
  );
}

function isMove(value: unknown): value is Bag {
  return (
    isBag(value) &&
    ['move', 'label', 'reason', 'state'].every((name) => isText(value[name])) &&
    isTextOrNull(value['actor']) &&
    isTexts(value['source']) &&
    (value['view'] === null || isView(value['view']))
  );
}

/** A state of the page, as `viewOf` gives it. */
function isView(value: unknown): boolean {
  if (!isBag(value)) return false;
  const { dcache, owner, tenantA, tenantB } = value;
  return (
    ['phase', 'memory'].every((name) => isText(value[name])) &&
    ['icache', 'latest'].every((name) => isTextOrNull(value[name])) &&
    (dcache === null || (isBag(dcache) && isText(dcache['value']) && isFlag(dcache['dirty']))) &&
    [owner, tenantA, tenantB].every((one) => isBag(one) && isFlag(one['mapped'])) &&
    isBag(owner) &&
    isFlag(owner['cacheable']) &&
    isBag(tenantB) &&
    isTextOrNull(tenantB['data']) &&
    isTextOrNull(tenantB['fetch'])
  );
}

function isStep(value: unknown): value is Bag {
  return (
    isBag(value) &&
    ['check', 'in', 'sentence', 'inputs', 'answer'].every((name) => isText(value[name])) &&
    isTexts(value['source']) &&
    typeof value['decides'] === 'boolean'
  );
}
