/** What the first line of a fence says. */
type FenceInfo =
  | { mode: 'run'; id: string | null; throws: string | null; group: string | null }
  | { mode: 'norun'; reason: string | null }
  /** The expected output of the fence before it. */
  | { mode: 'output' }
  /** A listing: shown, never run. */
  | { mode: 'listing' };

/** Words that the info string may hold, by mode; true where the word takes a value. */
const WORDS = {
  run: { run: false, id: true, throws: true, group: true },
  norun: { norun: false, reason: true },
  output: { output: false },
  listing: {},
} as const satisfies Record<FenceInfo['mode'], Record<string, boolean>>;

export interface InfoReading {
  info: FenceInfo;
  /** What could not be read, in the order of the text. */
  faults: readonly { received: string; expected: string }[];
}

const WORD = /([^\s="]+)(?:="([^"]*)"|(=\S*))?|\S+/g;

/** Reads the words after the language, such as `run id="leak" throws="EINVAL"`. Never throws. */
export function readInfo(lang: string, meta: string): InfoReading {
  const words = [...meta.matchAll(WORD)].map((match) => ({
    text: match[0],
    name: match[1] ?? match[0],
    value: match[2] ?? null,
  }));
  const has = (name: string) => words.some((word) => word.name === name);
  const mode = modeOf(lang, has);
  const allowed: Readonly<Record<string, boolean>> = WORDS[mode];
  const values = new Map<string, string>();
  const faults: { received: string; expected: string }[] = [];
  for (const { text, name, value } of words) {
    const takesValue = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (takesValue === undefined) faults.push({ received: text, expected: wordsOf(lang, mode) });
    else if (takesValue && !value) faults.push({ received: text, expected: `${name}="..."` });
    else if (!takesValue && text !== name) faults.push({ received: text, expected: name });
    else if (values.has(name)) faults.push({ received: text, expected: `${name} once` });
    else values.set(name, value ?? '');
  }
  return { info: build(mode, values), faults };
}

function modeOf(lang: string, has: (name: string) => boolean): FenceInfo['mode'] {
  if (lang === 'ts') return has('norun') ? 'norun' : has('run') ? 'run' : 'listing';
  return lang === 'text' && has('output') ? 'output' : 'listing';
}

function wordsOf(lang: string, mode: FenceInfo['mode']): string {
  const words = Object.entries(WORDS[mode]).map(([name, value]) =>
    value ? `${name}="..."` : name,
  );
  if (words.length > 0) return words.join(' ');
  if (lang === 'ts') return 'run id="..." or norun reason="..."';
  return lang === 'text' ? 'output, or nothing' : `nothing after ${lang || 'the marks'}`;
}

function build(mode: FenceInfo['mode'], values: ReadonlyMap<string, string>): FenceInfo {
  const value = (name: string) => values.get(name) ?? null;
  switch (mode) {
    case 'run':
      return { mode, id: value('id'), throws: value('throws'), group: value('group') };
    case 'norun':
      return { mode, reason: value('reason') };
    case 'output':
    case 'listing':
      return { mode };
  }
}
