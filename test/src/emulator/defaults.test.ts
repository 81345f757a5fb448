import { describe, expect, it } from 'vitest'
import { asObject, document } from '../../spec/document.js'
import { samples } from '../../spec/samples.js'
import { create, start } from './emulation.js'

const requests = samples(document).filter(
  ({ schemaPointer }) =>
    schemaPointer === '/paths/~1agents/post/requestBody/content/application~1json/schema',
)

describe('what an emulator knows at its start', () => {
  it('has all of the documented requests to try', () => {
    expect(requests).toHaveLength(4)
  })

  it.each(requests)('lets $pointer create an agent', async ({ value }) => {
    const emulator = await start()
    expect(await create(emulator, value)).toMatchObject({
      status: 200,
      body: { name: asObject(value)['serviceName'] },
    })
  })
})
