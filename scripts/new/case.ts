import { entriesOf, withEntry } from './entries.ts';
import { badSlug, taken, unread, type Made, type Project } from './recipe.ts';

const FILE = 'tests/triage/more-cases.json';

/**
 * caseRow makes a row of triage: what was pasted, and the answer that is right. It begins with an
 * answer of 243, which leaves one thing to say.
 */
export function caseRow(name: string, project: Project): Made {
  const bad = badSlug(name.replace(/^\d/, 'n'));
  if (bad) return bad.ok ? bad : { ...bad, received: JSON.stringify(name) };
  for (const file of [FILE, 'tests/triage/cases.json']) {
    const rows = entriesOf(project.read(file) ?? '[]');
    if (rows.some(({ value }) => value['id'] === name)) return taken(name, file);
  }
  const text = project.read(FILE);
  if (text === null) return unread(FILE, 'the list of cases');
  const row = {
    id: name,
    input: 'KVM_CHECK_EXTENSION(243) on the VM: 1',
    understood: [{ capability: '243' }, { capabilityAnswer: '1' }],
    left: ['cap-yes'],
    excluded: {},
    says: [],
  };
  return {
    ok: true,
    files: [{ path: FILE, text: withEntry(text, row, ({ id }) => String(id) > name) }],
    next: [
      'Put into input what was pasted, and into understood, left and excluded what the rules of KVM say of it; not what triage prints.',
      'Then: npx prettier --write tests/triage/more-cases.json, npm test -- tests/triage/cases.test.ts',
    ],
  };
}
