import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stamp } from '../../src/book/stamp.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stamp-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a stamp', () => {
  test('follows links, also where they lead in a circle or to nothing', () => {
    const [real, linked] = [join(folder, 'real'), join(folder, 'linked')];
    mkdirSync(real);
    mkdirSync(linked);
    writeFileSync(join(real, 'text'), 'one');
    symlinkSync(real, join(linked, 'folder'));
    symlinkSync(linked, join(linked, 'circle'));
    symlinkSync('self', join(linked, 'self'));
    symlinkSync('nothing', join(linked, 'nowhere'));
    const before = stamp([linked]);
    expect(stamp([linked])).toBe(before);
    writeFileSync(join(real, 'text'), 'two');
    expect(stamp([linked])).not.toBe(before);
  });

  test('changes with a name, a new file, and a byte that moves to the next file', () => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('a', 'one');
    write('b', 'two');
    const stamps = [stamp([folder])];
    renameSync(join(folder, 'b'), join(folder, 'c'));
    stamps.push(stamp([folder]));
    write('d', '');
    stamps.push(stamp([folder]));
    write('a', 'on');
    write('c', 'etwo');
    stamps.push(stamp([folder]));
    expect(new Set(stamps).size).toBe(4);
    expect(() => stamp([join(folder, 'none')])).toThrow('ENOENT');
  });
});
