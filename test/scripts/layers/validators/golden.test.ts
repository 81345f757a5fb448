import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generate } from '../../../../scripts/src/index.js'

/**
 * The validators of ten schemas as people read them. A change of the generator shows here first: read the difference, then take it
 * over with `npx vitest run test/scripts/layers/validators/golden.test.ts --update`.
 */
const spec = new URL('../../../golden/validators/openapi.yaml', import.meta.url)

it('the validators of ten schemas read as they did', async () => {
  const { files } = await generate({
    spec: spec.pathname,
    out: 'never-written',
    layers: ['types', 'validators'],
    write: false,
  })
  const validators = files.filter(({ path }) => /^validators\/schemas\/(?!index)/.test(path))
  const names = [...readFileSync(spec, 'utf8').matchAll(/^ {4}([A-Z]\w+):$/gm)]
  expect(validators).toHaveLength(names.length)
  for (const { path, content } of validators) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await expect(content).toMatchFileSnapshot(new URL(path.replace(/^.*\//, ''), spec).pathname)
  }
})
