import { afterAll, vi } from 'vitest'

// What the last test of a file has put in place is still there when the hooks of the next file begin.
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
