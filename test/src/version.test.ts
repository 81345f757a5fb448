import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { VERSION } from '../../src/version.js'

test('the version that requests name is that of the package', () => {
  expect(VERSION).toBe(packageJson.version)
})
