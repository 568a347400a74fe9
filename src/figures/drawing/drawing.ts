import type { ShownVerdict } from '../../grammar/verdict.ts';
import type { Field, Values } from '../form/field.ts';
import type { HElement, HNode } from '../show/node.ts';

/** One picture of a drawing. */
export interface Frame {
  /** Made with `picture` of stage/parts.ts: 360 units wide, so that its letters hold on a phone. */
  readonly svg: HElement;
  /** What happens, in a few words. */
  readonly title: string;
  /** The picture in sentences, for those who do not see it: who acts, on what, and how it ends. */
  readonly says: string;
  /** How the frame ends; nothing where it does not end anything. */
  readonly verdict?: ShownVerdict | undefined;
  /** The word beside the sign of the verdict, where its name says too little. */
  readonly word?: string | undefined;
  /** What a reader reads beside the picture: a sentence or two, with `sourceLinks`. */
  readonly text?: readonly HNode[] | undefined;
}

/** A drawing: what the reader sets, and the pictures that follow. Pure: no DOM, no clock. */
export interface Drawing {
  /** Its key in the list of drawings, in addresses, and of the component that shows it. */
  readonly name: string;
  /** What the reader sets; may be empty. `step` is taken. */
  readonly fields: readonly Field[];
  readonly preset: Values;
  /** One frame: a still that answers to the fields. Several: a story, with the bar of steps. */
  frames(values: Values): readonly Frame[];
  /** What the model says to the state, under the picture. */
  words?(values: Values): readonly HNode[];
}
