import { expect, it } from 'vitest'
import { generate } from '../../../../scripts/src/index.js'

/**
 * The types of a document with enums, with both options for them, as people read them. A change of the generator shows here first:
 * read the difference, then take it over with `npx vitest run test/scripts/layers/types/golden.test.ts --update`.
 */
const spec = new URL('../../../golden/enums/openapi.yaml', import.meta.url)

it('enums read as they did', async () => {
  const { files, diagnostics } = await generate({
    spec: spec.pathname,
    out: 'never-written',
    layers: ['types'],
    enums: 'const',
    unknownEnumValues: 'tolerate',
    write: false,
  })
  const types = files.filter(({ path }) => path.startsWith('types/'))
  expect(diagnostics).toEqual([])
  expect(types).toHaveLength(4)
  for (const { path, content } of types) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await expect(content).toMatchFileSnapshot(new URL(path.replace(/^.*\//, ''), spec).pathname)
  }
})
