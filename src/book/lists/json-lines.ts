/** Either the value with the line of every member by its path (`3.title`), or the first fault. */
export type JsonReading =
  | { ok: true; value: unknown; lines: ReadonlyMap<string, number> }
  | { ok: false; line: number; received: string; expected: string };

/** Any one token of JSON after the white space before it; the last group is a letter out of place. */
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|(.)|$)/suy;

class Fault extends Error {}

/** Nothing that is written by hand is deeper. */
const DEEPEST = 64;

/** Reads JSON and keeps the line of every member, which JSON.parse does not. */
export function readJson(text: string): JsonReading {
  const lines = new Map<string, number>();
  const reader = new Reader(text, lines);
  try {
    const value = reader.value('');
    reader.expect('', 'the end of the file');
    return { ok: true, value, lines };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const received = reader.token === '' ? 'the end of the file' : reader.token;
    return { ok: false, line: reader.line, received, expected: error.message };
  }
}

class Reader {
  token = '';
  line = 1;
  readonly #text: string;
  readonly #lines: Map<string, number>;
  #end = 0;
  #depth = 0;

  constructor(text: string, lines: Map<string, number>) {
    this.#text = text;
    this.#lines = lines;
    this.next();
  }

  next(): void {
    TOKEN.lastIndex = this.#end;
    const match = TOKEN.exec(this.#text);
    this.token = match?.[0].trim() ?? '';
    const end = TOKEN.lastIndex;
    const skipped = this.#text.slice(this.#end, end - this.token.length);
    this.line += skipped.split('\n').length - 1;
    this.#end = end;
  }

  expect(token: string, name = token): void {
    if (this.token !== token) throw new Fault(name);
    if (token !== '') this.next();
  }

  value(path: string): unknown {
    this.#lines.set(path, this.line);
    if (this.token !== '{' && this.token !== '[') return this.#scalar('a value');
    if (this.#depth === DEEPEST) throw new Fault(`at most ${DEEPEST} brackets one inside another`);
    this.#depth++;
    const value = this.token === '{' ? Object.fromEntries(this.#members(path)) : this.#items(path);
    this.#depth--;
    return value;
  }

  #members(path: string): [string, unknown][] {
    const names = new Set<string>();
    return this.#list('}', () => {
      if (!this.token.startsWith('"')) throw new Fault('a name in double quotes, or }');
      const { line, token } = this;
      // Of two members of one name the first would be lost.
      if (names.has(token)) throw new Fault('each name once in an object');
      names.add(token);
      const name = String(this.#scalar('a name in double quotes'));
      this.expect(':');
      const at = path === '' ? name : `${path}.${name}`;
      const value = this.value(at);
      this.#lines.set(at, line);
      return [name, value];
    });
  }

  #items(path: string): unknown[] {
    let index = 0;
    return this.#list(']', () => this.value(path === '' ? `${index++}` : `${path}.${index++}`));
  }

  #list<T>(close: string, read: () => T): T[] {
    this.next();
    const list: T[] = [];
    if (this.token !== close) {
      list.push(read());
      while (this.token === ',') {
        this.next();
        list.push(read());
      }
    }
    this.expect(close, `a comma or ${close}`);
    return list;
  }

  #scalar(expected: string): unknown {
    const { token } = this;
    if (!/^(?:"[^]*"|-?\d[^]*|true|false|null)$/.test(token)) throw new Fault(expected);
    this.next();
    return JSON.parse(token) as unknown;
  }
}
