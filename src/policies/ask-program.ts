import type { Sandbox } from '../snippets/browser/sandbox.ts';
import type { OutputEvent, RunError } from '../snippets/core/types.ts';
import { agreed, ASKERS, readAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import type { runner } from './runner.ts';

/** What compiles a reader's program, and finds the place of a failure in it. */
type Parts = NonNullable<Awaited<ReturnType<typeof runner>>>;

const TOO_MUCH: Asked = { why: 'The program prints too much. Nothing was judged.' };

/**
 * Runs a reader's program in the sandbox, each time afresh, and asks it. Null where `isLate` says that
 * nobody waits for the answers any more.
 */
export async function askProgram(
  sandbox: Sandbox,
  { compile, locate }: Parts,
  code: string,
  isLate: () => boolean,
): Promise<Asked | { readonly error: RunError } | null> {
  let all: Asked | null = null;
  for (const asker of ASKERS) {
    const fences = [
      { id: 'policy', code },
      { id: 'ask', code: asker },
    ];
    const compiled = compile(fences);
    if (!compiled.ok) return compiled;
    const { program } = compiled;
    const events: OutputEvent[] = [];
    const { error, truncated } = await sandbox.run(program, (event) => events.push(event)).ended;
    if (isLate()) return null;
    if (error) return { error: locate(error, program.parts, fences, program.js) };
    // What the policy prints while it is asked stands before its answers.
    const asked = truncated ? TOO_MUCH : readAsked(events.at(-1)?.text ?? '');
    all = all === null ? asked : agreed(all, asked);
    if ('why' in all) return all;
  }
  return all;
}
