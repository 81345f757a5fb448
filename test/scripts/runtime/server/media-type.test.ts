import { describe, expect, it } from 'vitest'
import { findEntry } from '../../../../scripts/src/runtime/server/media-type.js'

describe('the entry for a content type', () => {
  it.each<[documented: string[], contentType: string, found: string | undefined]>([
    [['application/json'], 'application/json', 'application/json'],
    [['application/json'], 'Application/JSON ; charset=utf-8', 'application/json'],
    [['application/json; charset=utf-8'], 'application/json', 'application/json; charset=utf-8'],
    [['application/json'], 'application/jsonp', undefined],
    [['*/*', 'image/*', 'image/png'], 'image/png', 'image/png'],
    [['*/*', 'image/*', 'image/png'], 'image/gif', 'image/*'],
    [['*/*', 'image/*', 'image/png'], 'text/plain', '*/*'],
    [['image/*'], 'imagery/png', undefined],
    [['application/*', 'application/*+json'], 'application/a+json', 'application/*+json'],
    [['application/*+json'], 'application/json', undefined],
    [['a/b;v=1', 'a/b;v=2', 'a/b'], 'a/b; v=2', 'a/b;v=2'],
    [['a/b;v=1', 'a/b;v=2'], 'a/b; v=3', 'a/b;v=1'],
    [['*/*'], '', undefined],
    [['*/*'], 'json', undefined],
    [[], 'a/b', undefined],
  ])('of %j for %j is that of %j', (documented, contentType, found) => {
    const contents = Object.fromEntries(documented.map((key) => [key, key]))
    expect(findEntry(contents, contentType)?.entry).toBe(found)
  })
})
