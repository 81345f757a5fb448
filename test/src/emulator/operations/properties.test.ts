import { describe, expect, it } from 'vitest'
import { create, minimal, send, sendJson, start } from '../emulation.js'

describe('regions', () => {
  it('are those that are documented, with their names', async () => {
    const emulator = await start()
    expect((await send(emulator, 'GET', '/regions')).body).toEqual({
      regions: [
        { code: 'us-west', display_name: 'US West (Oregon)' },
        { code: 'us-east', display_name: 'US East (Virginia)' },
        { code: 'eu-central', display_name: 'Europe (Frankfurt)' },
        { code: 'ap-south', display_name: 'Asia Pacific (Mumbai)' },
      ],
    })
  })

  it('can be others', async () => {
    const emulator = await start({ regions: ['mars', 'us-east'] })
    expect((await send(emulator, 'GET', '/regions')).body).toEqual({
      regions: [
        { code: 'mars', display_name: 'mars' },
        { code: 'us-east', display_name: 'US East (Virginia)' },
      ],
    })
  })
})

describe('properties', () => {
  it('have a default region, which a creation without one takes', async () => {
    const emulator = await start()
    const property = {
      type: 'string',
      description: 'Region that is taken where a request names none.',
      default: 'us-west',
      currentValue: 'us-west',
      readOnly: false,
      availableValues: ['us-west', 'us-east', 'eu-central', 'ap-south'],
    }
    expect((await send(emulator, 'GET', '/properties')).body).toEqual({
      properties: { defaultRegion: 'us-west' },
    })
    expect((await send(emulator, 'GET', '/properties/schema')).body).toEqual({
      properties: { defaultRegion: property },
    })
    const changed = await sendJson(emulator, 'PATCH', '/properties', { defaultRegion: 'eu-central' })
    expect(changed.body).toEqual({
      properties: { defaultRegion: { ...property, currentValue: 'eu-central' } },
    })
    expect((await send(emulator, 'GET', '/properties')).body).toEqual({
      properties: { defaultRegion: 'eu-central' },
    })
    expect((await create(emulator, minimal)).body).toMatchObject({ region: 'eu-central' })
  })

  it.each([
    [{}, 'No properties provided'],
    [
      { defaultRegion: 'mars' },
      "Region 'mars' is not available. Available regions: us-west, us-east, eu-central, ap-south",
    ],
    [{ defaultRegion: 'us-east', region: 'x' }, "Property 'region' is not a valid property"],
    [JSON.parse('{ "__proto__": 1 }'), "Property '__proto__' is not a valid property"],
    [{ defaultRegion: 5 }, 'Invalid parameters'],
    [[], 'Invalid parameters'],
    [null, 'Invalid parameters'],
  ])('are not changed by %j', async (body, error) => {
    const emulator = await start()
    expect(await sendJson(emulator, 'PATCH', '/properties', body)).toMatchObject({
      status: 400,
      body: { error },
    })
    expect(emulator.state.properties).toEqual({ defaultRegion: 'us-west' })
  })
})
