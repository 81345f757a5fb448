import { describe, expect, it } from 'vitest'
import { documentedPath, isProxied } from '../../../../src/emulator/proxy/proxy-path.js'

const session = '/v1/public/a/sessions/57af5437'

describe('documentedPath', () => {
  it.each([
    [`${session}/status`, `${session}/status`, true],
    [`${session}/api/offer`, `${session}/api%2Foffer`, true],
    [`${session}/a%2Fb/c%20d/`, `${session}/a%252Fb%2Fc%2520d%2F`, true],
    [`${session}//`, `${session}/%2F`, true],
    [`${session}/`, `${session}/`, false],
    [session, session, false],
    ['/v1/public/a/start', '/v1/public/a/start', false],
    ['/v1/agents/a/sessions/b/c', '/v1/agents/a/sessions/b/c', false],
  ])('of %s is %s', (path, documented, is) => {
    expect(documentedPath(path)).toBe(documented)
    expect(isProxied(path)).toBe(is)
  })
})
