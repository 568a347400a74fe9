import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './support/imports.ts';

const files = readdirSync(join(root, 'lab'), { recursive: true, encoding: 'utf8' })
  .map((file) => `lab/${file.split(sep).join('/')}`)
  .filter((file) => /\.(?:ts|c|h|S)$/.test(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const scripts = files.filter((file) => file.endsWith('.ts'));

/** What the lab imports, as paths from the root or as names of packages. */
const imports = scripts.flatMap((from) =>
  ts
    .preProcessFile(text(from), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .map((name) => ({
      from,
      to: name.startsWith('.') ? normalize(join(from, '..', name)) : name,
    })),
);

describe('the lab', () => {
  it('is seen', () => {
    expect(scripts.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports itself, what reads observations or a command line, the model by its entry, and Node', () => {
    const allowed =
      /^(?:lab\/|src\/observations\/|src\/cli\/tokens\.ts$|src\/model\/index\.ts$|node:)/;
    expect(imports.filter(({ to }) => !allowed.test(to))).toEqual([]);
  });

  it('has no file above 250 lines', () => {
    expect(files.filter((file) => text(file).split('\n').length > 250)).toEqual([]);
  });

  it('says of each export what it is', () => {
    const bare = scripts.flatMap((file) =>
      text(file)
        .split('\n')
        .flatMap((line, i, lines) =>
          /^export (?!type \w+ = )/.test(line) && !(lines[i - 1] ?? '').endsWith('*/')
            ? [`${file}:${i + 1}`]
            : [],
        ),
    );
    expect(bare).toEqual([]);
  });

  it('is imported by nothing of the site', () => {
    const site = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|astro)$/.test(file))
      .filter((file) => /from '(?:\.\.\/)+lab\//.test(text(`src/${file}`)));
    expect(site).toEqual([]);
  });
});
