import { expect, it } from 'vitest'
import { errorsOf, loadFiles, loadObject } from './project.js'

const SUPPORTED = 'OpenAPI 3.0.x and 3.1.x are read.'

it.each([
  [
    { swagger: '2.0' },
    '# error: this is a Swagger document, and not one of OpenAPI 3 | Convert it to OpenAPI 3.0, for example with `npx swagger2openapi`.',
  ],
  [{ openapi: '3.2.0' }, `#/openapi error: OpenAPI "3.2.0" is not supported | ${SUPPORTED}`],
  [{ openapi: '4.0.0' }, `#/openapi error: OpenAPI "4.0.0" is not supported | ${SUPPORTED}`],
  [{ openapi: '2.0', swagger: '2.0' }, `#/openapi error: OpenAPI "2.0" is not supported | ${SUPPORTED}`],
  [{ openapi: '3.10.0' }, `#/openapi error: OpenAPI "3.10.0" is not supported | ${SUPPORTED}`],
  [{ openapi: '3.1.0\nx' }, `#/openapi error: OpenAPI "3.1.0\\nx" is not supported | ${SUPPORTED}`],
  [{ openapi: '' }, `#/openapi error: OpenAPI "" is not supported | ${SUPPORTED}`],
  [
    { openapi: 3.1 },
    '#/openapi error: `openapi` must be a string, found the number 3.1 | Put the version between quotes: `openapi: "3.1.0"`.',
  ],
  [{ openapi: ['3.1.0'] }, `#/openapi error: \`openapi\` must be a string, found an array | ${SUPPORTED}`],
  [{ openapi: null }, `#/openapi error: \`openapi\` must be a string, found null | ${SUPPORTED}`],
  [
    { asyncapi: '3.0.0' },
    '# error: `openapi` is missing, so this is no OpenAPI document | Begin the document with `openapi: 3.1.0`.',
  ],
  [
    {},
    '# error: `openapi` is missing, so this is no OpenAPI document | Begin the document with `openapi: 3.1.0`.',
  ],
  [[], `# error: an empty array is no OpenAPI document | An OpenAPI document is an object. ${SUPPORTED}`],
  [null, `# error: null is no OpenAPI document | An OpenAPI document is an object. ${SUPPORTED}`],
  [undefined, `# error: nothing is no OpenAPI document | An OpenAPI document is an object. ${SUPPORTED}`],
  [5, `# error: the number 5 is no OpenAPI document | An OpenAPI document is an object. ${SUPPORTED}`],
])('%j', async (document, want) => {
  expect(await errorsOf(loadObject(document))).toEqual([want])
})

it('has its place in the file', async () => {
  expect(await errorsOf(loadFiles({ 'api.yaml': 'info: {}\nopenapi: 3.2.0\n' }))).toEqual([
    `api.yaml:2:1 #/openapi error: OpenAPI "3.2.0" is not supported | ${SUPPORTED}`,
  ])
})
