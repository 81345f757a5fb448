import { describe, expect, it } from 'vitest'
import { createUuidSource } from '../../../src/emulator/uuid-source.js'

function take(seed: string, count: number): string[] {
  return Array.from({ length: count }, createUuidSource(seed))
}

describe('createUuidSource', () => {
  it('makes UUIDs of version 4', () => {
    for (const uuid of take('a', 1000)) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('never makes the same twice', () => {
    expect(new Set([...take('a', 1000), ...take('b', 1000)]).size).toBe(2000)
  })

  it('makes the same from the same seed', () => {
    expect(take('a', 3)).toEqual(take('a', 3))
  })
})
