import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { 'stage-two': fileURLToPath(new URL('./src/model/index.ts', import.meta.url)) },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['./tests/support/seed.ts'],
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
