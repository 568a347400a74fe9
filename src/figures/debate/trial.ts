import { HOSTS, judgement, POLICIES, PROPERTIES, verdicts } from '../../model/index.ts';
import type { Property, VerdictRow } from '../../model/index.ts';
import { cellId } from '../verdicts/ids.ts';
import { theoremOf } from '../space/theorem.ts';
import type { Answer, Cell, Row } from './answer.ts';
import { listed } from './words.ts';

const rows = verdicts().rows.filter(({ vma }) => vma === 'cacheable');

/** Some policies on every host with every guest: where a page of theirs ends, and what breaks. */
export function trial(caption: string, names: readonly string[]): Answer {
  const judged = names.map((name) => ({ name, own: rows.filter(({ policy }) => policy === name) }));
  const wrong = judged.find(({ own }) => own.length === 0);
  if (wrong) throw new Error(`The model has no verdict on ${wrong.name}.`);
  const breaks = (own: readonly VerdictRow[]) =>
    PROPERTIES.filter((property) => own.some((row) => row[property] === false));
  const clean = judged.filter(({ own }) => breaks(own).length === 0).map(({ name }) => name);
  return {
    caption,
    head: ['Policy', `Of ${HOSTS.length} hosts`, ...PROPERTIES],
    rows: judged.map(({ name, own }) => rowOf(name, own)),
    says:
      clean.length === 0
        ? 'Each of them breaks something on some host.'
        : `Nothing breaks under ${listed(clean)}.`,
  };
}

function rowOf(name: string, own: readonly VerdictRow[]): Row {
  const cells = [{ word: endsOf(own) }, ...PROPERTIES.map((property) => cell(own, property))];
  const policy = POLICIES.find((one) => one.name === name);
  const [host] = HOSTS;
  if (policy === undefined || host === undefined) return { name, cells };
  return { name, proof: cellId({ policy, host }, PROPERTIES[0]), cells };
}

/** How often each end comes: `normal 1, EINVAL 3`. */
function endsOf(own: readonly VerdictRow[]): string {
  const ends = hostsOf(own).map(([first]) => (first?.fault ?? first?.slot) || '');
  const names = [...new Set(ends)];
  return names.map((end) => `${end} ${ends.filter((one) => one === end).length}`).join(', ');
}

function cell(own: readonly VerdictRow[], property: Property): Cell {
  if (own.every((row) => row[property] === null)) return judgement(property, null);
  const broken = hostsOf(own).filter((host) => host.some((row) => row[property] === false)).length;
  const { verdict, word } = judgement(property, broken === 0);
  return { verdict, word: broken === 0 ? word : `${word} on ${broken}` };
}

function hostsOf(own: readonly VerdictRow[]): VerdictRow[][] {
  return HOSTS.map(({ fwb, dic }) => own.filter((row) => row.fwb === fwb && row.dic === dic));
}

/** What the whole space of policies says, with what that rests on. */
export function everyPolicy(): Answer {
  const { says, asks, assumes } = theoremOf();
  return {
    caption: 'All policies, not those of the debate alone.',
    says: `${says.join(' ')} ${asks} It assumes: ${assumes}`,
  };
}
