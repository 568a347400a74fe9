import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './support/imports.ts';

describe.each(['src/model', 'src/triage'])('%s', (folder) => {
  it('needs nothing but the language: no DOM, no Node', { timeout: 120_000 }, () => {
    const program = ts.createProgram([join(root, folder, 'index.ts')], {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      types: [],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
    });
    const errors = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ messageText, file }) =>
          `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
    expect(errors).toEqual([]);
  });

  it('reads no clock and draws no random number', () => {
    const files = readdirSync(join(root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).filter((f) => f.endsWith('.ts'));
    const impure = files.filter((file) =>
      /\bDate\b|Math\.random|\bperformance\b|\bcrypto\b/.test(
        readFileSync(join(root, folder, file), 'utf8'),
      ),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(impure).toEqual([]);
  });
});
