/** What stands among the code and is none of it. */
const NO_CODE = 'select, summary, .snip-mark';

/** copyCode gives the clipboard the code of a selection, without the lists that lie over its values. */
export function copyCode(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !event.clipboardData) return;
  const code = selection.getRangeAt(0).cloneContents();
  for (const part of code.querySelectorAll(NO_CODE)) part.remove();
  event.clipboardData.setData('text/plain', code.textContent ?? '');
  event.preventDefault();
}
