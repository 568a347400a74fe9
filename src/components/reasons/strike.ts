/** strike marks the reasons that what is ticked in `fields` excludes, and says how many are left. */
export function strike(fields: Element): void {
  const known = new Set(
    [...fields.querySelectorAll('input')].flatMap(({ checked, value }) => (checked ? [value] : [])),
  );
  const list = fields.closest('.reasons');
  const reasons = [...(list?.querySelectorAll<HTMLElement>('[data-reason]') ?? [])];
  for (const reason of reasons) {
    let out = false;
    for (const ground of reason.querySelectorAll<HTMLElement>('[data-finding]')) {
      const holds = known.has(ground.dataset['finding'] ?? '');
      ground.classList.toggle('holds', holds);
      out ||= holds;
    }
    reason.classList.toggle('out', out);
  }
  const left = reasons.flatMap((reason, i) => (reason.classList.contains('out') ? [] : [i + 1]));
  const status = fields.querySelector('[role=status]');
  if (status) status.textContent = known.size === 0 ? '' : wordsFor(left, reasons.length);
}

function wordsFor(left: readonly number[], all: number): string {
  const [first] = left;
  if (first === undefined) return 'Nothing is left: one of these may be wrong.';
  return `${left.length} of ${all} left. Try ${first} first.`;
}
