import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The slow tests wait for processes that they start, so every core has a worker.
    maxWorkers: '100%',
    // Test files of a worker share its modules: loading the compiler and the generator anew for each takes as long as its tests.
    isolate: false,
    // And so each test, and each file at its end, leaves the world as it was.
    setupFiles: 'test/leave-no-trace.ts',
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
  },
})
