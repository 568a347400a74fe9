/** A value in the code that a click changes: what stands from `from` to `to`, and what else may stand there. */
export interface Knob {
  readonly from: number;
  readonly to: number;
  /** What the value is called: the field, or the list that it is from. */
  readonly name: string;
  /** All that may stand there, as it is written in code; what stands there now is one of them. */
  readonly choices: readonly string[];
}

/** What a page keeps of a knob, in one attribute. Neither a name nor a value of the model has a bar in it. */
export const packKnob = ({ name, choices }: Knob): string => [name, ...choices].join('|');

/** The name and the choices of a packed knob. */
export function unpackKnob(packed: string): Pick<Knob, 'name' | 'choices'> {
  const [name = '', ...choices] = packed.split('|');
  return { name, choices };
}

/** What a knob says to who does not see it, where `value` stands in the code. */
export function knobSays({ name, choices }: Pick<Knob, 'name' | 'choices'>, value: string): string {
  const other = choices.length === 2 ? choices.find((choice) => choice !== value) : undefined;
  const offer = other === undefined ? 'choose another' : `change to ${bare(other)}`;
  return `${name}, ${bare(value)}; ${offer}`;
}

const bare = (value: string): string => value.replaceAll(/^['"]|['"]$/g, '');
