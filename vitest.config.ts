import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The slow tests wait for processes that they start, so every core has a worker.
    maxWorkers: '100%',
  },
})
