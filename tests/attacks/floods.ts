import { SET_UP } from './forgeries.ts';

/** Programs that print little text and would give the page much to draw. */
export const FLOODS: readonly (readonly [name: string, code: string])[] = [
  [
    'a getter that hides ten thousand steps',
    `${SET_UP}const big = Array.from({ length: 9999 }, (_, i) => ({ ...real.because[0], check: 'c' + i, in: 'f' + i }));\nfor (let k = 0; k < 20; k++) { let reads = 0; show({ ...real, get because() { return reads++ < 1 ? big : []; } } as never); }`,
  ],
  [
    'lists that join to nothing',
    `${SET_UP}const big = Array.from({ length: 900 }, (_, i) => ({ ...real.because[0], check: 'c' + i, in: 'f' + i }));\nArray.prototype.join = () => '';\nfor (let k = 0; k < 50; k++) show({ ...real, because: big } as never);`,
  ],
  ['60,000 marks on a letter', "console.log('a' + '\\u0301'.repeat(60_000));"],
  ['30,000 skin tones', "console.log('\\u{1f44d}' + '\\u{1f3fb}'.repeat(30_000));"],
  ['60,000 letters that join', "console.log('\\u0628'.repeat(60_000));"],
  ['30,000 changes of direction', "console.log('x\\u05d0'.repeat(30_000));"],
  [
    'marks in a fact',
    `${SET_UP}show({ ...real, injected: 'a' + '\\u0301'.repeat(60_000) } as never);`,
  ],
];
