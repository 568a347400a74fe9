import { Sandbox } from '../../../src/snippets/browser/sandbox.ts';
import { locate } from '../../../src/snippets/core/locate.ts';
import { compile } from '../../../src/snippets/core/program.ts';
import type { Source } from '../../../src/snippets/core/program.ts';
import { makeResult } from '../../../src/snippets/core/result.ts';
import type { OutputEvent, RunResult } from '../../../src/snippets/core/types.ts';

/* Loaded into a test page: gives it the browser's way to run a snippet, without buttons. */
let sandbox: Sandbox | null = null;

async function runInPage(fences: readonly Source[]): Promise<RunResult> {
  sandbox ??= new Sandbox('/');
  const compiled = compile(fences);
  if (!compiled.ok) return makeResult([], compiled.error, false);
  const { program } = compiled;
  const events: OutputEvent[] = [];
  const { error, truncated } = await sandbox.run(program, (event) => events.push(event)).ended;
  const placed = error && locate(error, program.parts, fences, program.js);
  return makeResult(events, placed, truncated);
}

Object.assign(window, { runInPage });
