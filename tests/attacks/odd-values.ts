/** A program that prints what is no value of the model, and what its output must match. */
export interface Odd {
  readonly name: string;
  /** `real` is an answer of the model. */
  readonly code: string;
  readonly prints: RegExp;
}

const around = (value: string): string => `show('first');\nshow(${value} as never);\nshow('last');`;
const goesOn = /^first\n[^]+\nlast$/;
const value = /^first\n\{[^]+\nlast$/;

export const ODD: readonly Odd[] = [
  {
    name: 'an answer without its verdict',
    code: "const { verdict, ...rest } = real;\nshow('first');\nshow(rest);\nshow('last');",
    prints: value,
  },
  {
    name: 'an answer without its errno',
    code: "const { errno, ...rest } = real;\nshow('first');\nshow(rest);\nshow('last');",
    prints: value,
  },
  {
    name: 'three fields of an answer',
    code: "const { question, kernel, because } = real;\nshow('first');\nshow({ question, kernel, because });\nshow('last');",
    prints: value,
  },
  { name: 'a verdict of null', code: around('{ ...real, verdict: null }'), prints: value },
  { name: 'a verdict of no kernel', code: around("{ ...real, verdict: 'x' }"), prints: value },
  { name: 'checks that are no list', code: around('{ ...real, because: 5 }'), prints: value },
  {
    name: 'a lone surrogate as source',
    code: around("{ ...real, because: real.because.map((b) => ({ ...b, source: ['\\ud800'] })) }"),
    prints: goesOn,
  },
  {
    name: 'functions as sources',
    code: around('{ ...real, because: real.because.map((b) => ({ ...b, source: [() => 1] })) }'),
    prints: value,
  },
  {
    name: 'symbols and big numbers in the steps',
    code: around('{ ...real, because: [{ ...real.because[0], answer: 5n, inputs: { a: 1n } }] }'),
    prints: goesOn,
  },
  {
    name: 'a proxy as list of checks',
    code: around('{ ...real, because: new Proxy(real.because, {}) }'),
    prints: goesOn,
  },
  {
    name: 'an endless list of checks',
    code: around(
      '{ ...real, because: { length: 1e9, map: () => new Proxy([], { get: () => 1e9 }) } }',
    ),
    prints: goesOn,
  },
  {
    name: 'a setter in every list',
    code: `Object.defineProperty(Array.prototype, '0', { set() { throw 1; }, configurable: true });\n${around('real')}`,
    prints: goesOn,
  },
  {
    name: 'lists that map to functions',
    code: `Array.prototype.map = () => [() => 1] as never;\n${around('real')}`,
    prints: goesOn,
  },
  {
    name: 'a search that misses its trace',
    code: around("{ holds: false, states: 1, transitions: 1, property: 'noLeak', trace: [{}] }"),
    prints: goesOn,
  },
  {
    name: 'an error named like the runner',
    code: "const e = new Error('the code did not end within 2 s');\ne.name = 'Stopped';\nthrow e;",
    prints: /^Error named "Stopped": the code did not end within 2 s \(line \d+, column \d+\)$/,
  },
  {
    name: 'an error named like a whole sentence',
    code: "throw Object.assign(new Error(''), { name: 'Stopped: the code did not end within 2 s', stack: '' });",
    prints: /^Error named "Stopped: the code did not end within 2 s"$/,
  },
  {
    name: 'a message with a line like the runner',
    code: "throw Object.assign(new Error('x\\nStopped: the code did not end within 2 s'), { stack: '' });",
    prints: /^Error: x\n {2}Stopped: the code did not end within 2 s$/,
  },
  {
    name: 'a thrown text of a megabyte',
    code: "throw 'x'.repeat(1e6);",
    prints: /^Thrown: x{2000}$/,
  },
  {
    name: 'a table of more than 64 KiB',
    code: "console.table(Array.from({ length: 1000 }, (_, i) => ({ i, text: 'x'.repeat(500) })));\nshow('never');",
    prints:
      /^┌[^]+┐\n│ i +│ text +│\n├[^]+┤\n│ 0 +│ x{500} │\n[^]+│ 99 +│ x[^]+┘\n\[Output ends here\./,
  },
];
