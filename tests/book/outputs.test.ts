import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FIXTURES = join(import.meta.dirname, 'fixtures/outputs');
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function copyOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  made.push(folder);
  cpSync(join(FIXTURES, name), join(folder, 'content'), { recursive: true });
  return join(folder, 'content');
}

function run(
  content: string,
  ...args: string[]
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/book/cli.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, STAGE_TWO_CONTENT: content },
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

function page(content: string): string {
  return readFileSync(join(content, 'guide/page.mdx'), 'utf8');
}

describe('outputs', () => {
  test('writes what differs from a run, and nothing else', { timeout: 120_000 }, () => {
    const content = copyOf('before');
    const { status, out, err } = run(content, 'outputs');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      [
        'content/guide/page.mdx:11  "added"  added',
        'content/guide/page.mdx:20  "replaced"  replaced',
        'content/guide/page.mdx:37  "removed"  removed',
        'content/guide/page.mdx:47  "in-a-list"  added',
        '4 output fences changed.\n',
      ].join('\n'),
    );
    expect(page(content)).toBe(page(join(FIXTURES, 'after')));
    expect(run(content, 'outputs').out).toBe('0 output fences changed.\n');
    expect(run(content, 'check')).toEqual({
      status: 0,
      out: 'No problems in the content.\n',
      err: '',
    });
  });

  test('writes nothing while a fence fails', { timeout: 120_000 }, () => {
    const content = copyOf('failing');
    const { status, out, err } = run(content, 'outputs');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(`content/guide/page.mdx:16  throw-undeclared  "fails"
  A fence fails, and its first line does not say so.
  received  Error: refused (line 1, column 7)
  expected  a run without a failure
  remedy    Mend the code, or declare throws="Error".

1 problem in 1 file.
Nothing was written.
`);
    expect(page(content)).toBe(page(join(FIXTURES, 'failing')));
  });

  test('an unknown command gets the usage and 2', { timeout: 120_000 }, () => {
    const { status, err } = run(FIXTURES, 'output');
    expect(status).toBe(2);
    expect(err).toMatch(/^usage: /);
  });
});
