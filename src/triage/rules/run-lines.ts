import { ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import type { Rule } from '../reasons/reason.ts';

/** Statuses that KVM handles (CODE734); any other ends in the line "Unsupported FSC" and EFAULT. */
const HANDLED: ReadonlySet<string | null> = new Set([
  'translation',
  'permission',
  'access-flag',
  'unsupported-exclusive-or-atomic',
]);
const LOWER: ReadonlySet<bigint> = new Set([0x24n, 0x20n]);

/** The kind of fault that KVM found no answer for, from its line or from a syndrome of EL2. */
function unhandled(
  s: Situation,
): { kind: string | null; line: number | null; words: string } | null {
  if (s.is('fscLine', '0')) return null;
  const fsc = s.number('fsc');
  const kind = fsc === null ? null : (s.book.parts.get('syndrome')?.kindOfStatus(fsc) ?? null);
  const line = s.book.incidents.findLast((one) => one.kind === 'fsc-line');
  if (line) return { kind, line: line.line, words: line.words };
  const ec = s.number('ec');
  if (fsc === null || ec === null || !LOWER.has(ec) || HANDLED.has(kind)) return null;
  if (kind === 'external-abort' || kind === 'external-abort-on-walk') return null;
  if (s.complaint.of !== 'run' || s.book.incidents.some((one) => one.kind === 'oops')) return null;
  return {
    kind,
    line: s.get('fsc')?.line ?? null,
    words: `the syndrome has status 0x${fsc.toString(16)}`,
  };
}

export const alignmentLine: Rule = (s) => {
  const found = unhandled(s);
  return found?.kind === 'alignment'
    ? ground(found.line, `status 0x21, an alignment fault taken to EL2: ${found.words}`)
    : null;
};

export const statusLine: Rule = (s) => {
  const found = unhandled(s);
  return found && found.kind !== 'alignment' && s.number('fsc') !== null
    ? ground(found.line, `a status that KVM has no answer for, not 0x21: ${found.words}`)
    : null;
};

/** The log was searched, and the line is not there. */
export const noFscLine: Rule = (s) =>
  s.where('fscLine', '0', 'the log has no line "Unsupported FSC"');

/** The line is there: the fault ended before any lookup. */
export const beforeLookup: Rule = (s) =>
  s.complaint.of === 'run'
    ? s.where(
        'fscLine',
        '1',
        'the log has the line "Unsupported FSC": the fault ends before the lookup',
      )
    : null;

export const vmaLine: Rule = (s) => {
  const line = s.book.incidents.findLast(({ kind }) => kind === 'vma-line');
  if (s.is('vmaLine', '0')) return null;
  if (line) return ground(line.line, `KVM says it: ${line.words}`);
  return s.where('vmaLine', '1', 'the log has the line "Failed to find VMA"');
};

export const noVmaLine: Rule = (s) =>
  s.where('vmaLine', '0', 'the log has no line "Failed to find VMA"');

/** The only slot was unmapped as a whole, and nothing was mapped there again before the run. */
export const unmapped: Rule = (s) => {
  const { calls } = s.book;
  const run = calls.findLastIndex(({ name, end }) => name === 'KVM_RUN' && end === 'failed');
  const [only, ...others] = s.history.slots;
  const { userspaceAddr, memorySize } = only?.fields ?? {};
  if (!only || others.length > 0 || run < 0 || userspaceAddr == null || memorySize == null)
    return null;
  const at = calls.findLastIndex(
    ({ name, argument, length, line }, i) =>
      name === 'munmap' &&
      i < run &&
      line > only.line &&
      argument !== null &&
      length !== null &&
      argument <= userspaceAddr &&
      argument + length >= userspaceAddr + memorySize,
  );
  if (at < 0) return null;
  const again = calls
    .slice(at, run)
    .some(
      ({ name, argument, length }) =>
        name === 'mmap' &&
        argument !== null &&
        length !== null &&
        argument < userspaceAddr + memorySize &&
        userspaceAddr < argument + length,
    );
  return again
    ? null
    : ground(
        calls[at]?.line ?? null,
        'munmap() took the memory of the only slot away before KVM_RUN',
      );
};

/** The same vCPU has run before, so it is set up. */
export const ranBefore: Rule = (s) => {
  const runs = s.book.calls.filter(({ name }) => name === 'KVM_RUN');
  const failed = runs.findLast(({ end, errno }) => end === 'failed' && !passing(errno));
  if (!failed?.fd) return null;
  const before = runs.find(
    ({ fd, line, end, errno }) =>
      fd === failed.fd && line < failed.line && (end === 'done' || passing(errno)),
  );
  return before ? ground(before.line, 'the same vCPU has run before') : null;
};

function passing(errno: string | null): boolean {
  return errno === 'EINTR' || errno === 'EAGAIN';
}
