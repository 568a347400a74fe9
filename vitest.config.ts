import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

export default defineConfig({
  resolve: {
    alias: { 'stage-two': fileURLToPath(new URL('./src/model/index.ts', import.meta.url)) },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
