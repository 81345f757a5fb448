import { readFileSync } from 'node:fs'
import { parseYaml } from '@redocly/openapi-core'
import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import type { BenchCase } from './case.js'
import { changed, invalidVariants, nonObjects } from './variants.js'

function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

const document = parseYaml(textOf('spec/pipecat-cloud.yaml')) as { components: { schemas: JsonObject } }

const request: JsonValue = JSON.parse(textOf('test/fixtures/seed/create-agent.request.json'))
const minimal = { serviceName: 'ab', image: 'a/b:1' }
const built = {
  serviceName: 'agent-of-a-build',
  buildId: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90',
  region: 'eu-central',
  maxSessionDuration: 3600,
}
const whole = changed(
  request,
  ['/enableKrisp', true],
  ['/maxSessionDuration', 14400],
  ['/websocketAuth', 'token'],
)

const invalid = [
  ...nonObjects(),
  ...invalidVariants(whole, [
    ['/serviceName', undefined],
    ['/serviceName', null],
    ['/serviceName', ''],
    ['/serviceName', 'a'],
    ['/serviceName', '-ab'],
    ['/serviceName', 'ab-'],
    ['/serviceName', 'Agent'],
    ['/serviceName', 'ab\n'],
    ['/serviceName', 'agent\u{1f600}s'],
    ['/serviceName', 'a'.repeat(55)],
    ['/image', 7],
    ['/image', null],
    ['/region', null],
    ['/nodeType', ['arm']],
    ['/imagePullSecretSet', {}],
    ['/secretSet', 0],
    ['/autoScaling', null],
    ['/autoScaling', []],
    ['/autoScaling', 3],
    ['/autoScaling/minAgents', -1],
    ['/autoScaling/minAgents', 0.5],
    ['/autoScaling/minAgents', '1'],
    ['/autoScaling/maxAgents', 0],
    ['/autoScaling/maxAgents', null],
    ['/autoScaling/targetAgents', 2],
    ['/enableKrisp', 'true'],
    ['/krispViva', []],
    ['/krispViva', null],
    ['/krispViva/audioFilter', 'none'],
    ['/krispViva/audioFilter', false],
    ['/krispViva/filter', 'tel'],
    ['/agentProfile', 'agent-4x'],
    ['/agentProfile', null],
    ['/enableManagedKeys', 1],
    ['/maxSessionDuration', 59],
    ['/maxSessionDuration', 14401],
    ['/maxSessionDuration', 60.5],
    ['/maxSessionDuration', '3600'],
    ['/websocketAuth', 'basic'],
    ['/websocketAuth', null],
    ['/unknown', null],
    ['/constructor', {}],
  ]),
  { value: changed(whole, ['/image', undefined]), at: [''] },
  { value: changed(whole, ['/buildId', built.buildId]), at: [''] },
  ...invalidVariants(built, [
    ['/buildId', '4f6f2c1e'],
    ['/buildId', 'g'.repeat(36)],
    ['/buildId', 7],
  ]),
  {
    value: changed(request, ['/serviceName', 'No'], ['/maxSessionDuration', 1]),
    at: ['/serviceName', '/maxSessionDuration'],
  },
]

const seed: BenchCase = {
  title: 'CreateAgentRequest',
  root: 'CreateAgentRequest',
  schemas: document.components.schemas,
  tasks: ['is', 'issues'],
  valid: [
    request,
    minimal,
    built,
    whole,
    changed(request, ['/krispViva', {}], ['/autoScaling', {}]),
    changed(request, ['/krispViva/audioFilter', null]),
    changed(request, ['/autoScaling/minAgents', 0], ['/maxSessionDuration', 60]),
    changed(request, ['/serviceName', 'a'.repeat(54)]),
    changed(built, ['/buildId', built.buildId.toUpperCase()]),
  ],
  invalid,
  timed: {
    valid: [request],
    invalid: [changed(request, ['/serviceName', 'No'], ['/maxSessionDuration', 1])],
  },
  byHand: { module: 'create-agent', is: 'is', issuesOf: 'issuesOf' },
}

/** The request that creates an agent, as the reference of the API shows it. */
export const createAgent = seed

/** The same schema with requests of four shapes, short to long, and with more things wrong. */
export const createAgentMixed: BenchCase = {
  ...seed,
  title: 'CreateAgentRequest, requests of four shapes',
  timed: {
    valid: [request, minimal, built, whole],
    invalid: [
      changed(request, ['/serviceName', undefined], ['/autoScaling/minAgents', -1]),
      changed(minimal, ['/image', 7], ['/unknown', 1]),
      changed(built, ['/buildId', '4f6f2c1e'], ['/maxSessionDuration', 59.5], ['/region', null]),
      changed(
        whole,
        ['/krispViva/audioFilter', 'none'],
        ['/agentProfile', 'agent-4x'],
        ['/websocketAuth', true],
      ),
    ],
  },
}
