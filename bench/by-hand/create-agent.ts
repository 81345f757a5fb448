import type { Finding } from '../cases/case.js'

type Properties = Readonly<Record<string, unknown>>

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

function isAutoScaling(value: unknown): boolean {
  if (!isObject(value)) return false
  const { minAgents, maxAgents } = value
  if (minAgents !== undefined && !(isInteger(minAgents) && minAgents >= 0)) return false
  if (maxAgents !== undefined && !(isInteger(maxAgents) && maxAgents >= 1)) return false
  for (const key in value) if (key !== 'minAgents' && key !== 'maxAgents') return false
  return true
}

function isKrispViva(value: unknown): boolean {
  if (!isObject(value)) return false
  const { audioFilter } = value
  if (audioFilter !== undefined && audioFilter !== null && audioFilter !== 'tel' && audioFilter !== 'pro')
    return false
  for (const key in value) if (key !== 'audioFilter') return false
  return true
}

function isKnown(key: string): boolean {
  switch (key) {
    case 'serviceName':
    case 'image':
    case 'buildId':
    case 'region':
    case 'nodeType':
    case 'imagePullSecretSet':
    case 'secretSet':
    case 'autoScaling':
    case 'enableKrisp':
    case 'krispViva':
    case 'agentProfile':
    case 'enableManagedKeys':
    case 'maxSessionDuration':
    case 'websocketAuth':
      return true
    default:
      return false
  }
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isOptionalBoolean(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean'
}

function isOptionalProfile(value: unknown): boolean {
  return value === undefined || value === 'agent-1x' || value === 'agent-2x' || value === 'agent-3x'
}

/** Whether a value is a valid request to create an agent. */
export function is(value: unknown): boolean {
  if (!isObject(value)) return false
  const { serviceName, image, buildId, autoScaling, krispViva, maxSessionDuration, websocketAuth } = value
  // The pattern lets ASCII alone through, so that units and characters are the same number.
  if (typeof serviceName !== 'string' || serviceName.length > 54 || !NAME.test(serviceName)) return false
  if (buildId === undefined) {
    if (typeof image !== 'string') return false
  } else if (typeof buildId !== 'string' || image !== undefined || !UUID.test(buildId)) return false
  if (!isOptionalString(value['region']) || !isOptionalString(value['nodeType'])) return false
  if (!isOptionalString(value['imagePullSecretSet']) || !isOptionalString(value['secretSet'])) return false
  if (!isOptionalBoolean(value['enableKrisp']) || !isOptionalBoolean(value['enableManagedKeys'])) return false
  if (!isOptionalProfile(value['agentProfile'])) return false
  if (websocketAuth !== undefined && websocketAuth !== 'none' && websocketAuth !== 'token') return false
  if (autoScaling !== undefined && !isAutoScaling(autoScaling)) return false
  if (krispViva !== undefined && !isKrispViva(krispViva)) return false
  if (maxSessionDuration !== undefined) {
    if (!isInteger(maxSessionDuration) || maxSessionDuration < 60 || maxSessionDuration > 14_400) return false
  }
  for (const key in value) if (!isKnown(key)) return false
  return true
}

class Findings {
  readonly list: Finding[] = []

  add(pointer: string, message: string): void {
    this.list.push({ pointer, message })
  }

  string(pointer: string, value: unknown): void {
    if (value !== undefined && typeof value !== 'string') this.add(pointer, 'must be a string')
  }

  boolean(pointer: string, value: unknown): void {
    if (value !== undefined && typeof value !== 'boolean') this.add(pointer, 'must be a boolean')
  }

  integer(pointer: string, value: unknown, least: number, most: number): void {
    if (value === undefined) return
    if (!isInteger(value)) this.add(pointer, 'must be an integer')
    else if (value < least) this.add(pointer, `must be at least ${least}`)
    else if (value > most) this.add(pointer, `must be at most ${most}`)
  }

  oneOf(pointer: string, value: unknown, allowed: readonly unknown[]): void {
    if (value !== undefined && !allowed.includes(value)) {
      this.add(pointer, `must be one of ${allowed.join(', ')}`)
    }
  }

  unknown(pointer: string, value: Properties, isAllowed: (key: string) => boolean): void {
    for (const key of Object.keys(value)) {
      if (!isAllowed(key))
        this.add(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'is not a known property')
    }
  }
}

function addServiceName(findings: Findings, name: unknown): void {
  const at = '/serviceName'
  if (name === undefined) findings.add(at, 'is required')
  else if (typeof name !== 'string') findings.add(at, 'must be a string')
  else {
    if (name.length > 54 && [...name].length > 54) findings.add(at, 'must have at most 54 characters')
    if (!NAME.test(name)) findings.add(at, 'must be lowercase letters, digits and hyphens')
  }
}

function addImageOrBuild(findings: Findings, image: unknown, buildId: unknown): void {
  findings.string('/image', image)
  if (buildId !== undefined && !(typeof buildId === 'string' && UUID.test(buildId))) {
    findings.add('/buildId', 'must be a UUID')
  }
  if ((image === undefined) === (buildId === undefined)) findings.add('', 'must have either image or buildId')
}

function addNested(findings: Findings, autoScaling: unknown, krispViva: unknown): void {
  if (isObject(autoScaling)) {
    findings.integer('/autoScaling/minAgents', autoScaling['minAgents'], 0, Infinity)
    findings.integer('/autoScaling/maxAgents', autoScaling['maxAgents'], 1, Infinity)
    findings.unknown('/autoScaling', autoScaling, (key) => key === 'minAgents' || key === 'maxAgents')
  } else if (autoScaling !== undefined) findings.add('/autoScaling', 'must be an object')
  if (isObject(krispViva)) {
    findings.oneOf('/krispViva/audioFilter', krispViva['audioFilter'], ['tel', 'pro', null])
    findings.unknown('/krispViva', krispViva, (key) => key === 'audioFilter')
  } else if (krispViva !== undefined) findings.add('/krispViva', 'must be an object')
}

/** Everything that is wrong with a request to create an agent. */
export function issuesOf(value: unknown): readonly Finding[] {
  if (!isObject(value)) return [{ pointer: '', message: 'must be an object' }]
  const findings = new Findings()
  addServiceName(findings, value['serviceName'])
  addImageOrBuild(findings, value['image'], value['buildId'])
  for (const key of ['region', 'nodeType', 'imagePullSecretSet', 'secretSet'])
    findings.string(`/${key}`, value[key])
  for (const key of ['enableKrisp', 'enableManagedKeys']) findings.boolean(`/${key}`, value[key])
  findings.oneOf('/agentProfile', value['agentProfile'], ['agent-1x', 'agent-2x', 'agent-3x'])
  findings.oneOf('/websocketAuth', value['websocketAuth'], ['none', 'token'])
  findings.integer('/maxSessionDuration', value['maxSessionDuration'], 60, 14_400)
  addNested(findings, value['autoScaling'], value['krispViva'])
  findings.unknown('', value, isKnown)
  return findings.list
}
