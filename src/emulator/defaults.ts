import type { Build, SecretSet } from './state.js'

/** Codes of the documented regions. */
export const defaultRegions: readonly string[] = ['us-west', 'us-east', 'eu-central', 'ap-south']

/** The sets that the documented requests name, each in the region of its request, so that all of them can be sent as they are. */
export const defaultSecretSets: readonly SecretSet[] = [
  { name: 'voice-starter-secrets', region: 'us-west' },
  { name: 'my-agent-secrets', region: 'us-west' },
  { name: 'support-line-secrets', region: 'eu-central' },
  { name: 'dockerhub-credentials', region: 'us-west', type: 'imagePullSecret' },
]

/** The build that a documented request names. */
export const defaultBuilds: readonly Build[] = [
  { id: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90', region: 'eu-central' },
]
