import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNode, isNewEnough } from '../../scripts/run.mjs';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...args], { encoding: 'utf8' });

describe('isNewEnough', () => {
  it.each([
    ['20.20.2', false],
    ['22.12.0', false],
    ['22.18.0', true],
    ['24.21.0', true],
    ['26.0.0', true],
  ])('%s: %s', (version, enough) => expect(isNewEnough(version)).toBe(enough));
});

describe('findNode', () => {
  it('takes the running Node where that is new enough', () => {
    expect(findNode('24.0.0')).toBe(process.execPath);
  });

  it('takes the installed runtime on an old Node, without its link in .bin', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stage-two-run-'));
    const bin = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
    expect(findNode('20.20.2', folder)).toBeNull();
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), '');
    expect(findNode('20.20.2', folder)).toBe(join(bin, 'node'));
    rmSync(folder, { recursive: true });
  });
});

describe('run.mjs', () => {
  it('hands on the exit code', () => {
    expect(run('node', '-e', 'process.exit(7)').status).toBe(7);
  });

  it('says in one line what is missing', () => {
    expect(run('no-such-tool')).toMatchObject({
      status: 2,
      // EACCES where a folder of PATH may not be read.
      stderr: expect.stringMatching(
        /^no-such-tool: spawn no-such-tool E(NOENT|ACCES); remedy: run npm ci first\n$/,
      ),
    });
    expect(run().stderr).toBe(
      'run.mjs: received no tool; expected one; example: node scripts/run.mjs vitest run\n',
    );
  });

  it('stands before every script of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [name, command] of Object.entries(scripts))
      expect(command, name).toContain('node scripts/run.mjs ');
  });
});
