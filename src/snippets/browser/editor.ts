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
import {
  EditorView,
  drawSelection,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classes } from '../highlight/classes.ts';
import { foldedLines, setUpName, withoutMarks } from '../core/fold.ts';
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
  /** What the author wrote, marks included: where `code` still has its set-up, that is folded. */
  readonly written: string;
  /** Where the list of the names is that can be imported. */
  readonly names: string;
  readonly run: () => void;
  readonly changed: (code: string) => void;
}

/** A place in the window, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** An open editor. */
export interface Editor {
  readonly code: string;
  /** Takes the focus, with the caret where a point of the window is; null: where it was. */
  focus(at: Point | null): void;
  /** Replaces all text in one step that Undo takes back. */
  replace(code: string): void;
  /** Shows a failure at its place; null: none. */
  mark(error: RunError | null): void;
}

/*
 * The editor stands in a shadow root: there its styles are adopted sheets, which the page's policy
 * allows, and not style elements, which it does not.
 */
export function openEditor({
  id,
  place,
  code,
  written,
  names,
  run,
  changed,
}: EditorOptions): Editor {
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
  const { ranges } = foldedLines(written);
  hint.textContent = `Ctrl+Enter or ⌘+Enter runs. Tab indents. To leave: Escape, then Tab.${ranges.length > 0 ? ' Ctrl+Alt+] unfolds the set-up.' : ''}`;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: code,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: () => (run(), true) }]),
        lineNumbers(),
        // Characters that are not seen, or turn the direction of a line, show themselves.
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeNames(names)], icons: false }),
        codeFolding(FOLDING),
        javascript({ typescript: true }),
        syntaxHighlighting(classes),
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
  foldSetUp(view, written);
  root.append(hint);
  // Who stood on the text goes on in the editor: what is hidden keeps no focus.
  const stood = place.contains(document.activeElement);
  place.hidden = true;
  place.after(host);
  if (stood) view.focus();
  return {
    get code() {
      return view.state.doc.toString();
    },
    focus: (at) => {
      if (at !== null) view.dispatch({ selection: { anchor: view.posAtCoords(at, false) } });
      view.focus();
    },
    replace: (text) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of('full'),
      });
      foldSetUp(view, written);
    },
    mark: (error) => view.dispatch(diagnostics(view.state, error)),
  };
}

/** Set-up is folded as the page folds it; what the reader folds stands as three dots. */
const FOLDING = {
  preparePlaceholder: ({ doc }: EditorState, { from, to }: { from: number; to: number }): string =>
    doc.lineAt(from).from === from ? setUpName(doc.sliceString(from, to).split('\n')) : '…',
  placeholderDOM: (_: EditorView, unfold: (event: Event) => void, name: string): HTMLElement => {
    const place = document.createElement('span');
    place.className = 'cm-foldPlaceholder';
    place.textContent = name;
    place.title = 'Unfold';
    place.addEventListener('click', unfold);
    return place;
  },
};

/** foldSetUp folds the set-up of the author, where the text still has it in its place. */
function foldSetUp(view: EditorView, written: string): void {
  const { doc } = view.state;
  const lines = withoutMarks(written).split('\n');
  const effects = foldedLines(written).ranges.flatMap(({ from, to }) => {
    if (to > doc.lines) return [];
    const range = { from: doc.line(from).from, to: doc.line(to).to };
    const same = doc.sliceString(range.from, range.to) === lines.slice(from - 1, to).join('\n');
    return same && range.from < range.to ? [foldEffect.of(range)] : [];
  });
  view.dispatch({ effects });
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
