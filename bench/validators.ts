/**
 * Time to validate the request that creates an agent: the generated validator, ajv and a check written by hand, in interleaved
 * rounds of one process. Prints each as a multiple of the one written by hand: `npm run bench`.
 */
import { readFileSync } from 'node:fs'
import { parseYaml } from '@redocly/openapi-core'
import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { isCreateAgentRequest, validateCreateAgentRequest } from '../generated/validators/index.js'

const ROUNDS = 30
const CALLS = 20_000

const valid = JSON.parse(
  readFileSync(new URL('../test/fixtures/seed/create-agent.request.json', import.meta.url), 'utf8'),
)
const invalid = { ...valid, serviceName: 'No', maxSessionDuration: 1 }

function ajvFor(allErrors: boolean): ValidateFunction {
  const document = parseYaml(
    readFileSync(new URL('../spec/pipecat-cloud.yaml', import.meta.url), 'utf8'),
  ) as object
  const ajv = new Ajv2020({ strict: false, allErrors })
  addFormats.default(ajv)
  ajv.addVocabulary(Object.keys(document))
  ajv.addSchema(document, 'document')
  return ajv.compile({ $ref: 'document#/components/schemas/CreateAgentRequest' })
}

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const KNOWN = new Set(
  `serviceName image buildId region nodeType imagePullSecretSet secretSet autoScaling enableKrisp krispViva agentProfile
  enableManagedKeys maxSessionDuration websocketAuth`.split(/\s+/),
)

type Loose = Record<string, unknown>

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown, least: number): boolean {
  return value === undefined || (Number.isInteger(value) && (value as number) >= least)
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean'
}

function isScaling(value: unknown): boolean {
  if (value === undefined) return true
  if (!isLoose(value) || !isCount(value['minAgents'], 0) || !isCount(value['maxAgents'], 1)) return false
  return Object.keys(value).every((key) => key === 'minAgents' || key === 'maxAgents')
}

function isFilter(value: unknown): boolean {
  if (value === undefined) return true
  if (!isLoose(value) || ![undefined, null, 'tel', 'pro'].includes(value['audioFilter'] as null)) return false
  return Object.keys(value).every((key) => key === 'audioFilter')
}

/** What a careful person would write for the same schema. */
function byHand(value: unknown): boolean {
  if (!isLoose(value)) return false
  const {
    serviceName: name,
    image,
    buildId,
    maxSessionDuration: duration,
    agentProfile,
    websocketAuth,
  } = value
  if (typeof name !== 'string' || name.length > 54 || !NAME.test(name)) return false
  if ((image === undefined) === (buildId === undefined) || !isText(image)) return false
  if (buildId !== undefined && !(typeof buildId === 'string' && UUID.test(buildId))) return false
  if (!isText(value['region']) || !isText(value['nodeType'])) return false
  if (!isText(value['imagePullSecretSet']) || !isText(value['secretSet'])) return false
  if (!isFlag(value['enableKrisp']) || !isFlag(value['enableManagedKeys'])) return false
  if (!isCount(duration, 60) || (duration !== undefined && (duration as number) > 14_400)) return false
  if (![undefined, 'agent-1x', 'agent-2x', 'agent-3x'].includes(agentProfile as undefined)) return false
  if (![undefined, 'none', 'token'].includes(websocketAuth as undefined)) return false
  if (!isScaling(value['autoScaling']) || !isFilter(value['krispViva'])) return false
  for (const key of Object.keys(value)) if (!KNOWN.has(key)) return false
  return true
}

const [first, all] = [ajvFor(false), ajvFor(true)]
const contestants = {
  'valid, boolean': { 'by hand': byHand, generated: isCreateAgentRequest, ajv: first },
  'invalid, every issue': {
    'by hand (boolean)': byHand,
    generated: (value: unknown) => validateCreateAgentRequest(value).issues === undefined,
    'ajv allErrors': all,
  },
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

for (const [title, checks] of Object.entries(contestants)) {
  const isValid = title.startsWith('valid')
  const value = isValid ? valid : invalid
  const times = new Map(Object.keys(checks).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, check] of Object.entries(checks)) {
      const start = performance.now()
      for (let call = 0; call < CALLS; call += 1) {
        if (check(value) !== isValid) throw new Error(`${name} is wrong`)
      }
      times.get(name)!.push(((performance.now() - start) * 1e6) / CALLS)
    }
  }
  const [base = 0] = [...times.values()].map(median)
  console.log(title)
  for (const [name, rounds] of times) {
    const nanoseconds = median(rounds)
    console.log(
      `  ${name.padEnd(18)} ${nanoseconds.toFixed(0).padStart(6)} ns  ${(nanoseconds / base).toFixed(2)} ×`,
    )
  }
}
