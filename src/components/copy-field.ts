/** copyField puts the text of a field into the clipboard, and says what became of it. */
export async function copyField(
  field: HTMLTextAreaElement | null,
  said: HTMLOutputElement | null,
): Promise<void> {
  let words = 'Copied.';
  try {
    await navigator.clipboard.writeText(field?.value ?? '');
  } catch {
    field?.select();
    words = 'The browser did not allow it. The text is selected: copy it from there.';
  }
  if (said) said.value = words;
}
