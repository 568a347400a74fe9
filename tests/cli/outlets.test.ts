import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outlets, type Stream } from '../../src/cli/outlets.ts';
import { cut, visible } from '../../src/cli/visible.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a line of the shell in which `$STAGE` is the command. */
const shell = (line: string) =>
  spawnSync('sh', ['-c', line], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, STAGE: `"${process.execPath}" "${main}"`, NODE: process.execPath },
  });
const stage = (rest: string) => shell(`eval "$STAGE ${rest}"`);

/** A stream that fails with a code as soon as something is written. */
function failing(code: string) {
  let heard: (error: NodeJS.ErrnoException) => void = () => {};
  const written: string[] = [];
  const stream: Stream = {
    on: (_event, listener) => (heard = listener),
    write: (text) => {
      written.push(text);
      heard(Object.assign(new Error(code), { code }));
    },
  };
  return { stream, written };
}

const paper = () => {
  const written: string[] = [];
  const stream: Stream = { on: () => {}, write: (text) => written.push(text) };
  return { stream, written };
};

/** A process of its own takes seconds where other work keeps the machine busy. */
const PATIENCE = { timeout: 60_000 };

describe('output that cannot be written', PATIENCE, () => {
  it.each([
    ['full', 'ENOSPC', 'no space is left'],
    ['broken', 'EIO', 'the device failed'],
    ['gone for a reason of its own', 'EWHAT', 'EWHAT'],
  ])('is said in one line where it is %s, once', (_name, code, words) => {
    const [full, errors] = [failing(code), paper()];
    let lost = 0;
    const { out } = outlets(full.stream, errors.stream, () => (lost += 1));
    out('one');
    out('two');
    expect([lost, full.written]).toEqual([1, ['one\n']]);
    expect(errors.written).toEqual([`stage-two: the output cannot be written: ${words}\n`]);
  });

  it('is no failure where the reader left', () => {
    const [gone, errors] = [failing('EPIPE'), paper()];
    let lost = 0;
    outlets(gone.stream, errors.stream, () => (lost += 1)).out('one');
    expect([lost, errors.written]).toEqual([0, []]);
  });

  it('says nothing where errors cannot be written either', () => {
    const [full, dead] = [failing('ENOSPC'), failing('EPIPE')];
    const { out, err } = outlets(full.stream, dead.stream, () => {});
    expect(() => {
      out('one');
      err('two');
    }).not.toThrow();
  });

  it.each([
    ['decide --help > /dev/full', 2],
    ['conform no-such-file > /dev/full', 2],
    ['conform no-such-file 2> /dev/full', 2],
    ['nonsense 2>&-', 2],
    ['decide --help | true', 0],
  ])('ends `%s` without a stack trace', (rest, code) => {
    const { status, stderr } = stage(rest);
    expect(status).toBe(code);
    expect(stderr).not.toMatch(/ at |node:/);
    expect(stderr.split('\n').length).toBeLessThanOrEqual(3);
  });

  it('keeps the code of the command where the reader leaves early', () => {
    const { stdout } = shell(
      `{ eval "$STAGE conform no-such-file"; echo "code $?" >&2; } 2>&1 | cat`,
    );
    expect(stdout).toContain('code 2');
  });
});

describe('escapes in names and files', PATIENCE, () => {
  const folder = mkdtempSync(join(tmpdir(), 'stage-two-'));
  const red = join(folder, '\u001b[31m\u0007red\u202e.json');
  writeFileSync(red, JSON.stringify({ format: 1, function: '\u001b]0;title\u0007', inputs: {} }));

  it('are shown, not sent', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'conform', red], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(stderr).toContain('\\u001b[31m\\u0007red\\u202e.json');
  });

  it('leave JSON the same JSON', () => {
    const value = { text: 'a\u001b[2Jb\u009bc\u2028d\u202ee\ufefff' };
    expect(JSON.parse(visible(JSON.stringify(value, null, 2)))).toEqual(value);
  });

  it('leave all other text as it is', () => {
    const text = 'Write-Back, 0b0110, Übersicht, 日本語, 👍\nsecond line';
    expect(visible(text)).toBe(text);
  });
});

describe('a long text', () => {
  it('is cut, and keeps its end', () => {
    const path = `/${'folder/'.repeat(800)}rows.json`;
    expect(cut(path, 200)).toHaveLength(203);
    expect(cut(path, 200).endsWith('rows.json')).toBe(true);
    expect(cut('short', 5)).toBe('short');
  });
});
