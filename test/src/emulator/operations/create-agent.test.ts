import { describe, expect, it } from 'vitest'
import { create, minimal, start } from '../emulation.js'

const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'

describe('createAgent', () => {
  it.each([
    ['us-west where it is there', undefined, 'us-west'],
    ['the first where it is not', ['us-east', 'eu-central'], 'us-east'],
  ])('has the default region %s', async (_, regions, region) => {
    const emulator = await start({ regions })
    expect(await create(emulator, minimal)).toMatchObject({ status: 200, body: { region } })
  })

  it('creates an agent in the region that is asked for', async () => {
    const emulator = await start()
    const { body } = await create(emulator, { ...minimal, region: 'ap-south' })
    expect(body).toMatchObject({ region: 'ap-south' })
  })

  it('refuses a region that there is not', async () => {
    const emulator = await start()
    expect(await create(emulator, { ...minimal, region: 'mars' })).toMatchObject({
      status: 400,
      body: { error: 'Invalid parameters', issues: [{ pointer: '/body/region' }] },
    })
  })

  it('does not show the image of a build', async () => {
    const emulator = await start({ builds: [{ id: buildId, region: 'us-west' }] })
    const { status, body } = await create(emulator, { serviceName: 'voice-starter', buildId })
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('deployment.manifest.spec.image')
  })

  it('answers before the deployment is looked at, even where that takes no time', async () => {
    const emulator = await start({ readyAfter: 0 })
    const { body } = await create(emulator, minimal)
    expect(body).toMatchObject({ ready: false, available: false, reconciledDeploymentId: null })
    expect(body).not.toHaveProperty('currentRevision')
  })

  it('lets one of several requests for the same name win', async () => {
    const emulator = await start()
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(emulator, minimal)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(9)
  })
})
