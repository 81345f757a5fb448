import { matches } from './wildcard.js'

/** Which secret sets cannot be provisioned. */
export interface FailingSecretSet {
  /** The name of the set; `*` stands for any text. */
  readonly name: string
  /** Default: `The set could not be provisioned.` */
  readonly errorMessage?: string | undefined
}

/** Which builds fail. A build has to match all that is given; `*` stands for any text. */
export interface FailingBuild {
  readonly dockerfilePath?: string | undefined
  readonly contextHash?: string | undefined
  /** Code of the region. */
  readonly region?: string | undefined
  /** Default: `failed`. */
  readonly status?: 'failed' | 'timeout' | undefined
  /** Default: `A step of the Dockerfile ended with exit code 1.`, or `The build took too long.` */
  readonly errorMessage?: string | undefined
}

/** How something comes out. */
export interface Outcome<Status extends string> {
  readonly status: Status
  readonly errorMessage?: string
}

/** What the provisioning of a secret set comes to. */
export function provisioningOutcome(
  name: string,
  rules: readonly FailingSecretSet[],
): Outcome<'ready' | 'failed'> {
  const rule = rules.find((it) => matches(it.name, name))
  if (!rule) return { status: 'ready' }
  return { status: 'failed', errorMessage: rule.errorMessage ?? 'The set could not be provisioned.' }
}

/** A build as rules look at it. */
export type RuledBuild = Readonly<Record<'dockerfilePath' | 'contextHash' | 'region', string>>

const BUILD_MESSAGES = {
  failed: 'A step of the Dockerfile ended with exit code 1.',
  timeout: 'The build took too long.',
}

/** What a build comes to. */
export function buildOutcome(
  build: RuledBuild,
  rules: readonly FailingBuild[],
): Outcome<'success' | 'failed' | 'timeout'> {
  const isFor = (rule: FailingBuild) =>
    (['dockerfilePath', 'contextHash', 'region'] as const).every(
      (name) => rule[name] === undefined || matches(rule[name], build[name]),
    )
  const rule = rules.find(isFor)
  if (!rule) return { status: 'success' }
  const { status = 'failed', errorMessage = BUILD_MESSAGES[status] } = rule
  return { status, errorMessage }
}
