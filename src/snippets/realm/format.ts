import { inspect, primitiveText } from './inspect.ts';
import { slice } from './primordials.ts';

/** format writes the arguments of a console call as one text, `%s %d %i %f %j %o %O %c` included. */
export function format(args: ArrayLike<unknown>): string {
  const first = args[0];
  let next = 0;
  let out = '';
  if (typeof first === 'string') {
    next = 1;
    if (args.length === 1) return first;
    let from = 0;
    for (let i = 0; i + 1 < first.length; i++) {
      if (first[i] !== '%') continue;
      const verb = first[i + 1] ?? '';
      if (verb !== '%' && next >= args.length) continue;
      const text = verb === '%' ? '%' : fill(verb, args[next]);
      if (text === null) continue;
      if (verb !== '%') next += 1;
      out += slice(first, from, i) + text;
      from = i + 2;
      i += 1;
    }
    out += slice(first, from);
  }
  for (; next < args.length; next++) out += (next === 0 ? '' : ' ') + plain(args[next]);
  return out;
}

/** plain leaves strings as they are and inspects the rest. */
export const plain = (value: unknown): string =>
  typeof value === 'string' ? value : inspect(value);

function fill(verb: string, value: unknown): string | null {
  switch (verb) {
    case 's':
      return plain(value);
    case 'd':
    case 'i':
    case 'f':
      return numberText(verb, value);
    case 'j':
    case 'o':
    case 'O':
      return inspect(value);
    case 'c':
      return '';
    default:
      return null;
  }
}

/** Objects give NaN unasked: to convert them would run their code. */
function numberText(verb: string, value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol' || primitiveText(value) === null) return 'NaN';
  const n = +(value as number);
  return verb === 'i' && n === n ? `${n < 0 ? -floor(-n) : floor(n)}` : `${n}`;
}

const { floor } = Math;
