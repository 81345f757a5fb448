import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Begins with the tests of the whole repository: they take longest, and all other workers would wait for one that began last. */
class RepositoryFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications)
    return [...sorted.filter(isOfRepository), ...sorted.filter((it) => !isOfRepository(it))]
  }
}

function isOfRepository({ moduleId }: TestSpecification): boolean {
  return moduleId.includes('/test/repo/')
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The slow tests wait for processes that they start, so every core has a worker.
    maxWorkers: '100%',
    sequence: { sequencer: RepositoryFirst },
    // Test files of a worker share its modules: loading the compiler and the generator anew for each takes as long as its tests.
    isolate: false,
    // And so each test, and each file at its end, leaves the world as it was.
    setupFiles: 'test/leave-no-trace.ts',
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
  },
})
