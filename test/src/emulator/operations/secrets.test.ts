import { describe, expect, it } from 'vitest'
import { send, sendJson, start } from '../emulation.js'

const secrets = (...keys: readonly string[]) => ({
  secrets: keys.map((secretKey) => ({ secretKey, secretValue: 'very secret' })),
})
const credentials = { isImagePullSecret: true, host: 'https://ghcr.io', secretValue: 'dXNlcjp0b2tlbg==' }
const startManual = (options = {}) => start({ clock: 'manual', secretSets: [], ...options })
type Emulator = Awaited<ReturnType<typeof start>>

const put = (emulator: Emulator, name: string, body: unknown) =>
  sendJson(emulator, 'PUT', `/secrets/${name}`, body)
const read = async (emulator: Emulator, name: string) =>
  (await send(emulator, 'GET', `/secrets/${name}`)).body
const list = async (emulator: Emulator) => Object((await send(emulator, 'GET', '/secrets')).body).sets

describe('a secret set', () => {
  it('is provisioned after it is accepted', async () => {
    const emulator = await startManual({ provisionAfter: 500 })
    const accepted = await put(emulator, 'my-set', secrets('A', 'B'))
    expect([accepted.status, accepted.body]).toEqual([202, { status: 'OK', region: 'us-west' }])
    const set = { region: 'us-west', secrets: [{ fieldName: 'A' }, { fieldName: 'B' }] }
    expect(await read(emulator, 'my-set')).toEqual({ ...set, status: 'pending' })
    emulator.clock.advance(499)
    expect(await list(emulator)).toEqual([
      { name: 'my-set', type: 'secret', region: 'us-west', status: 'pending' },
    ])
    emulator.clock.advance(1)
    expect(await read(emulator, 'my-set')).toEqual({ ...set, status: 'ready' })
  })

  it('keeps its keys when others are added, and is provisioned anew', async () => {
    const emulator = await startManual()
    await put(emulator, 'my-set', secrets('A', 'B'))
    emulator.clock.advance(1000)
    await put(emulator, 'my-set', secrets('C', 'A'))
    expect(await read(emulator, 'my-set')).toEqual({
      region: 'us-west',
      status: 'pending',
      secrets: [{ fieldName: 'A' }, { fieldName: 'B' }, { fieldName: 'C' }],
    })
  })

  it('may fail, and says why only then', async () => {
    const emulator = await startManual({
      failingSecretSets: [{ name: 'bad-*' }, { name: 'worse', errorMessage: 'No space' }],
    })
    await put(emulator, 'bad-set', secrets('A'))
    await put(emulator, 'worse', secrets('A'))
    await put(emulator, 'good-set', secrets('A'))
    expect((await list(emulator)).map((set: object) => Object.hasOwn(set, 'errorMessage'))).toEqual([
      false,
      false,
      false,
    ])
    emulator.clock.advance(1000)
    expect(await list(emulator)).toMatchObject([
      { name: 'bad-set', status: 'failed', errorMessage: 'The set could not be provisioned.' },
      { name: 'worse', status: 'failed', errorMessage: 'No space' },
      { name: 'good-set', status: 'ready' },
    ])
    expect(await read(emulator, 'worse')).toMatchObject({ status: 'failed', errorMessage: 'No space' })
  })

  it('is in the region that is asked for, or the default, for good', async () => {
    const emulator = await startManual()
    await put(emulator, 'one', { ...secrets('A'), region: 'ap-south' })
    await sendJson(emulator, 'PATCH', '/properties', { defaultRegion: 'us-east' })
    await put(emulator, 'two', secrets('A'))
    expect((await put(emulator, 'one', secrets('B'))).body).toMatchObject({ region: 'ap-south' })
    expect(await list(emulator)).toMatchObject([{ region: 'ap-south' }, { region: 'us-east' }])
    expect(await put(emulator, 'one', { ...secrets('C'), region: 'us-east' })).toMatchObject({
      status: 400,
      body: { error: "Secret already exists in region 'ap-south'. Cannot change region to 'us-east'." },
    })
    expect(await read(emulator, 'one')).toMatchObject({ secrets: [{ fieldName: 'A' }, { fieldName: 'B' }] })
  })

  it('loses a key, or goes as a whole', async () => {
    const emulator = await startManual({ provisionAfter: 0 })
    await put(emulator, 'my-set', secrets('A', 'B'))
    const remove = async (path: string) => {
      const { status, body } = await send(emulator, 'DELETE', `/secrets/${path}`)
      return [status, body]
    }
    const ok = [200, { status: 'OK' }]
    expect(await remove('my-set/A')).toEqual(ok)
    expect(await remove('my-set/A')).toEqual([404, { error: 'Secret not found', code: 'NOT_FOUND' }])
    expect(await read(emulator, 'my-set')).toMatchObject({ status: 'ready', secrets: [{ fieldName: 'B' }] })
    expect(await remove('nothing/A')).toEqual([404, { error: 'Secret not found', code: 'NOT_FOUND' }])
    expect(await remove('my-set')).toEqual(ok)
    expect(await remove('my-set')).toEqual([404, { error: 'Set not found', code: 'NOT_FOUND' }])
    expect(await read(emulator, 'my-set')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('does not keep the values', async () => {
    const emulator = await startManual()
    await put(emulator, 'my-set', secrets('A'))
    await put(emulator, 'my-registry', credentials)
    const kept = JSON.stringify([...emulator.state.secretSets, emulator.snapshot()])
    expect(kept).toContain('my-set')
    expect(kept).not.toContain('very secret')
    expect(kept).not.toContain(credentials.secretValue)
  })
})

describe('an image pull secret set', () => {
  it('is shown by the list alone', async () => {
    const emulator = await startManual()
    expect((await put(emulator, 'my-registry', credentials)).status).toBe(202)
    expect(await list(emulator)).toEqual([
      { name: 'my-registry', type: 'imagePullSecret', region: 'us-west', status: 'pending' },
    ])
    expect(await send(emulator, 'GET', '/secrets/my-registry')).toMatchObject({ status: 400 })
    expect(await send(emulator, 'DELETE', '/secrets/my-registry/host')).toMatchObject({ status: 404 })
    expect(emulator.state.secretSets.get('my-registry')?.host).toBe('https://ghcr.io/')
    expect((await put(emulator, 'my-registry', { ...credentials, host: 'https://a.example/' })).status).toBe(
      202,
    )
    expect(emulator.state.secretSets.get('my-registry')?.host).toBe('https://a.example/')
  })

  it('does not become a regular one, nor the other way round', async () => {
    const emulator = await startManual()
    await put(emulator, 'my-registry', credentials)
    await put(emulator, 'my-set', secrets('A'))
    expect((await put(emulator, 'my-registry', secrets('A'))).body).toEqual({
      error: 'Cannot update existing image pull secrets to regular secrets',
      code: 'GENERIC_BAD_REQUEST',
    })
    expect((await put(emulator, 'my-set', credentials)).body).toMatchObject({
      error: 'Cannot update existing regular secrets to image pull secrets',
    })
  })
})

const incomplete = 'Must provide isImagePullSecret, host, and secretValue to update an image pull secret'
const malformed = 'Invalid request format'

describe('a request for a secret set', () => {
  it.each([
    [{ isImagePullSecret: true }, incomplete],
    [{ host: 'https://a.example', secretValue: 'x' }, incomplete],
    [{ ...credentials, isImagePullSecret: false }, malformed],
    [{ ...credentials, ...secrets('A') }, malformed],
    [{}, malformed],
    [[], malformed],
    [null, malformed],
    [{ secrets: [{ secretKey: 'a b', secretValue: '' }] }, malformed],
    [{ secrets: 'A' }, malformed],
  ])('with %j is refused', async (body, error) => {
    const emulator = await startManual()
    const answer = await put(emulator, 'my-set', body)
    expect(answer).toMatchObject({ status: 400, body: { error, code: 'GENERIC_BAD_REQUEST' } })
    expect(Object(answer.body).issues.length).toBeGreaterThan(0)
    expect(emulator.state.secretSets.size).toBe(0)
  })

  it.each([
    ['GET', 'A', 404, 'Set not found'],
    ['DELETE', 'a_b', 404, 'Set not found'],
    ['DELETE', 'ab/KEY', 404, 'Secret not found'],
    ['PUT', 'ab', 400, 'Invalid request format'],
  ])('%s of the name %s, which no set can have, is refused with %i', async (method, name, status, error) => {
    const emulator = await startManual()
    const answer = await send(emulator, method, `/secrets/${name}`, {
      ...(method === 'PUT' && { body: JSON.stringify(secrets('A')) }),
    })
    expect(answer).toMatchObject({ status, body: { error } })
  })
})
