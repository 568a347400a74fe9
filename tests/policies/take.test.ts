import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 as reference } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { folderOf, type TextFile } from '../../src/policies/folder.ts';
import { judgePolicy } from '../../src/policies/judge.ts';
import { LINK, readLink, writeLink } from '../../src/policies/link.ts';
import { sourceOf } from '../../src/policies/source.ts';
import { crc32, textFile, zip } from '../../src/archive/zip.ts';
import { policyNamed } from '../../src/model/index.ts';
import { root } from '../../src/root.ts';

const policy = policyNamed('fwb-only');
if ('code' in policy) throw new Error(policy.received);
const judged = judgePolicy(policy);
if ('code' in judged) throw new Error(judged.received);
const { program } = sourceOf('fwb-only');

describe('a link', () => {
  it('carries a policy with the version that made it', async () => {
    const fragment = await writeLink({ code: program, version: '0.2.0' });
    expect(fragment).toMatch(/^#policy=1\.0-2-0\./);
    expect(await readLink(fragment as string)).toEqual({ code: program, version: '0.2.0' });
  });

  it('is refused where the policy is too long', async () => {
    const code = Array.from({ length: 9000 }, (_, i) => (i * 7919).toString(36)).join(' ');
    expect(await writeLink({ code, version: '1' })).toEqual({
      why: expect.stringContaining('too long'),
    });
  });

  it.each([
    ['2.0-2-0.abc', 'another version'],
    ['', 'torn'],
    ['abc', 'torn'],
    ['.0-2-0.abc', 'torn'],
    ['<b>.0-2-0.abc', 'torn'],
    ['1', 'torn'],
    ['1.0-2-0', 'torn'],
    ['1.0-2-0.%%%', 'torn'],
    ['1.0-2-0.abcd', 'torn'],
    ['1.<b>.abcd', 'torn'],
    ['1.0-2-0.abc.def', 'torn'],
    [`1.0-2-0.${'A'.repeat(7000)}`, 'longer than'],
  ])('%s has a sentence of its own', async (text, why) => {
    expect(await readLink(LINK + text)).toEqual({
      why: expect.stringMatching(new RegExp(why, 'i')),
    });
  });

  it('does not unpack a bomb', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const packed = deflateRawSync(Buffer.alloc(2_000_000)).toString('base64url');
    expect(await readLink(`${LINK}1.0-2-0.${packed}`)).toEqual({
      why: expect.stringContaining('larger than'),
    });
  });
});

describe('the folder', () => {
  const files = folderOf(program, judged, '0.2.0');
  const place = mkdtempSync(join(root, 'tests/.folder-'));
  const archive = mkdtempSync(join(tmpdir(), 'zip-'));
  afterAll(() => {
    rmSync(place, { recursive: true });
    rmSync(archive, { recursive: true });
  });

  it('is an archive that others read', () => {
    const data = new TextEncoder().encode('123456789');
    expect(crc32(data)).toBe(reference(data));
    const path = join(archive, 'a.zip');
    writeFileSync(path, zip(files.map(({ path: at, text }) => textFile(at, text))));
    for (const args of [
      ['-t', path],
      ['-e', path, archive],
    ])
      execFileSync('python3', ['-m', 'zipfile', ...args]);
    for (const file of files)
      expect(readFileSync(join(archive, file.path), 'utf8')).toBe(file.text);
  });

  const put = (all: readonly TextFile[]): void => {
    rmSync(place, { recursive: true });
    for (const { path, text } of all) {
      const at = join(place, path.replace('my-policy/', ''));
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  };
  const run = (): number => {
    try {
      execFileSync(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', '--configLoader', 'native', place],
        { cwd: root, stdio: 'ignore' },
      );
      return 0;
    } catch {
      return 1;
    }
  };

  it('runs with Vitest, and fails when the policy is changed', () => {
    put(files);
    expect(run()).toBe(0);
    writeFileSync(
      join(place, 'policy.ts'),
      files[0]?.text.replace('dic: true', 'dic: false') ?? '',
    );
    expect(run()).toBe(1);
  });

  it('runs where the policy says something that the page has and Node has not', () => {
    // Blanks that a page does not ask for, a module for its own sake, a print and a drawing in a function.
    const spelled = `import"stage-two";${program.replace("} from 'stage-two'", '}from"stage-two"')}
const { onFault } = policy;
policy.onFault = (input) => { show(input.fwb); console.table([{ fwb: input.fwb }]); return onFault(input); };
`.replace('const policy: Policy', 'const policy: { -readonly [K in keyof Policy]: Policy[K] }');
    const taken = folderOf(spelled, judged, '0.2.0');
    expect(taken[0]?.text).not.toContain('stage-two');
    expect(taken[0]?.text.split('\n').indexOf('const { onFault } = policy;')).toBe(
      spelled.split('\n').indexOf('const { onFault } = policy;'),
    );
    put(taken);
    expect(run()).toBe(0);
    rmSync(join(place, 'show.ts'));
    writeFileSync(
      join(place, 'policy.ts'),
      taken[0]?.text.replace("import './show.ts';", '') ?? '',
    );
    expect(run()).toBe(1);
  });
});
