import * as model from '../../model/index.ts';
import { fieldWords } from './vocabulary.ts';

/** What the editor offers while somebody types, so that it need not load the model. */
export interface EditorWords {
  /** What can be imported from 'stage-two'. */
  readonly names: readonly string[];
  /** Fields of inputs, each with the words that it takes. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Moves of the machine. */
  readonly moves: readonly string[];
}

/** editorWords gathers them from the model. The build alone asks this. */
export function editorWords(): EditorWords {
  const host = { fwb: false, dic: false };
  const setup = model.situation({ policy: 'fallback-to-device', host });
  const rules = 'code' in setup ? [] : model.pageMachine(setup).rules;
  const moves = [...new Set(rules.map(({ name }) => name))];
  return { names: Object.keys(model), fields: fieldWords(), moves };
}
