import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')

const excerpts = [...readme.matchAll(/<!-- excerpt: (\S+) -->\s+```ts\n([\s\S]*?)```/g)].map(
  ([, path = '', text = '']) => [path, text] as const,
)

describe('README.md', () => {
  it('has an excerpt of each layer', () => {
    const layers = excerpts.map(([path]) => path.split('/')[1])
    expect(layers.toSorted()).toEqual(['builders', 'client', 'server', 'types', 'validators'])
  })

  it.each(excerpts)('quotes %s as it is', (path, text) => {
    expect(readFileSync(path, 'utf8')).toContain(text)
  })
})
