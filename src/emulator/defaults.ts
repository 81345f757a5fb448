import type { Build, SecretSet } from './state.js'

/** Codes of the documented regions. */
export const defaultRegions: readonly string[] = ['us-west', 'us-east', 'eu-central', 'ap-south']

/** What the documented regions are called. */
export const regionNames: ReadonlyMap<string, string> = new Map([
  ['us-west', 'US West (Oregon)'],
  ['us-east', 'US East (Virginia)'],
  ['eu-central', 'Europe (Frankfurt)'],
  ['ap-south', 'Asia Pacific (Mumbai)'],
])

/** Id of the organization, which is the documented one. */
export const ORGANIZATION_ID = '21c3ee69-ec76-4e95-a5b1-fa4d1eb4c0a5'

const secrets = ['OPENAI_API_KEY', 'DEEPGRAM_API_KEY']

/** The sets that the documented requests name, each in the region of its request, so that all of them can be sent as they are. */
export const defaultSecretSets: readonly SecretSet[] = [
  { name: 'voice-starter-secrets', region: 'us-west', secrets },
  { name: 'my-agent-secrets', region: 'us-west', secrets },
  { name: 'support-line-secrets', region: 'eu-central', secrets },
  {
    name: 'dockerhub-credentials',
    region: 'us-west',
    type: 'imagePullSecret',
    host: 'https://index.docker.io/v1/',
  },
]

/** The build that a documented request names. */
export const defaultBuilds: readonly Build[] = [
  { id: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90', region: 'eu-central' },
]

/** What a build prints. */
export const defaultBuildLogs: readonly string[] = [
  'Step 1/3: FROM dailyco/pipecat-base:latest',
  'Step 2/3: COPY requirements.txt .',
  'Step 3/3: RUN uv pip install -r requirements.txt',
]
