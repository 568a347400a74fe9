/** takeText puts a text into the clipboard and says so; where the browser refuses, it shows the text to be copied by hand. */
export async function takeText(root: HTMLElement, text: string): Promise<void> {
  const line = root.querySelector('.fig-copied');
  if (!line) return;
  try {
    await navigator.clipboard.writeText(text);
    line.textContent = 'Copied.';
  } catch {
    const shown = document.createElement('textarea');
    shown.readOnly = true;
    shown.rows = Math.min(12, text.split('\n').length + 1);
    shown.value = text;
    shown.setAttribute('aria-label', 'The text to copy');
    line.replaceChildren('The browser did not allow it. Copy it from here: ', shown);
    shown.select();
  }
}
