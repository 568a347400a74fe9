import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const MODEL = 'tests/model/**/*.test.ts';

export default defineConfig({
  resolve: {
    alias: { 'stage-two': fileURLToPath(new URL('./src/model/index.ts', import.meta.url)) },
  },
  test: {
    setupFiles: ['./tests/support/seed.ts'],
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      // The model is pure, so its tests may share it: loading it anew for each file takes longer.
      { extends: true, test: { name: 'model', include: [MODEL], isolate: false } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', MODEL],
        },
      },
    ],
  },
});
