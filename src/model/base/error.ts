/** Why an input was not accepted. The code is stable; the words beside it may improve. */
export type ModelErrorCode =
  /** The kernel name is none of those that the model knows. */
  | 'unknown-kernel'
  /** The name of a question is none of those that the model knows. */
  | 'unknown-question'
  /** The input is not an object. */
  | 'not-an-object'
  /** A list was expected. */
  | 'not-a-list'
  /** A list is longer than the model takes. */
  | 'too-long'
  /** A field that has no default is missing. */
  | 'missing-field'
  /** The input has a field that the question does not know. */
  | 'unknown-field'
  /** A field is of another type than expected, such as a string for a number. */
  | 'wrong-type'
  /** A number lies outside the field that it stands for. */
  | 'out-of-range'
  /** A word is none of those that the field takes. */
  | 'unknown-choice'
  /** The inputs of a question have no end, so it has no table. */
  | 'not-finite'
  /** Two fields exclude each other. */
  | 'contradiction'
  /** The kernel asked about does not have what the field describes. */
  | 'not-in-kernel'
  /** Reading the input threw, for example in a getter. */
  | 'unreadable'
  /** A policy threw; `received` names the input on which it did. */
  | 'policy-threw'
  /** A policy answered what is no answer; `received` names the input on which it did. */
  | 'policy-answer'
  /** A machine says of its states what cannot be. */
  | 'bad-machine';

/** Bad input as a value. The model never throws and never answers NaN. */
export interface ModelError {
  readonly code: ModelErrorCode;
  /** What was received, with the place in the input. */
  readonly received: string;
  /** What the place takes. */
  readonly expected: string;
  /** An input that is accepted there. */
  readonly example: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The known name that is most like the one received, where one is near. */
  readonly nearest?: string;
}
