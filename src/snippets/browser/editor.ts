import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  codeFolding,
  foldEffect,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { foldedLines } from '../core/fold.ts';
import type { RunError } from '../core/types.ts';
import codeCss from '../styles/code.css?inline';
import editorCss from '../styles/editor.css?inline';
import { completeNames } from './complete.ts';

/** What an editor is opened with. */
export interface EditorOptions {
  readonly id: string;
  /** The code in the page, whose place the editor takes. */
  readonly place: HTMLElement;
  readonly code: string;
  /** Where the list of the names is that can be imported. */
  readonly names: string;
  readonly run: () => void;
  readonly changed: (code: string) => void;
}

/** An open editor. */
export interface Editor {
  readonly code: string;
  focus(): void;
  /** Replaces all text in one step that Undo takes back. */
  replace(code: string): void;
  /** Shows a failure at its place; null: none. */
  mark(error: RunError | null): void;
}

/*
 * The editor stands in a shadow root: there its styles are adopted sheets, which the page's policy
 * allows, and not style elements, which it does not.
 */
export function openEditor({ id, place, code, names, run, changed }: EditorOptions): Editor {
  const host = document.createElement('div');
  host.className = 'snip-editor';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [codeCss, editorCss].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const hint = document.createElement('p');
  hint.id = 'hint';
  hint.textContent = 'Ctrl+Enter or ⌘+Enter runs. Tab indents. To leave: Escape, then Tab.';
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: code,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: () => (run(), true) }]),
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeNames(names)], icons: false }),
        codeFolding(),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...foldKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': `Code of ${id}`,
          'aria-describedby': 'hint',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  fold(view, code);
  root.append(hint);
  place.hidden = true;
  place.after(host);
  return {
    get code() {
      return view.state.doc.toString();
    },
    focus: () => view.focus(),
    replace: (text) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of('full'),
      });
      fold(view, text);
    },
    mark: (error) => view.dispatch(diagnostics(view.state, error)),
  };
}

/** fold folds the set-up lines, as the page does. */
function fold(view: EditorView, code: string): void {
  const { doc } = view.state;
  const effects = foldedLines(code).ranges.map(({ from, to }) =>
    foldEffect.of({ from: doc.line(from).to, to: doc.line(to).to }),
  );
  view.dispatch({ effects: effects.filter(({ value }) => value.from < value.to) });
}

function diagnostics(
  state: EditorState,
  error: RunError | null,
): ReturnType<typeof setDiagnostics> {
  if (error === null || error.line === null || error.line > state.doc.lines)
    return setDiagnostics(state, []);
  const line = state.doc.line(error.line);
  const from = Math.min(line.from + (error.column ?? 1) - 1, line.to);
  const word = /^[\w$]+/.exec(state.sliceDoc(from, line.to))?.[0].length ?? 1;
  const to = Math.min(from + word, line.to);
  const message = `${error.name}: ${error.message}`;
  return setDiagnostics(state, [
    { from: to > from ? from : line.from, to, severity: 'error', message },
  ]);
}
