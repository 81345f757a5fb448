import { expectTypeOf } from 'vitest'
import {
  agent,
  autoScaling,
  createAgentRequest,
  type CreateAgentRequestBuilder,
  errorResponse,
} from '../../generated/builders/index.js'
import type { Agent, AgentProfile, AutoScaling, CreateAgentRequest } from '../../generated/types/index.js'

const start = createAgentRequest()
const named = start.serviceName('voice-starter')
const fromImage = named.image('your-dockername/voice-starter:0.1')
const fromBuild = named.buildId('4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90')

// `build` is there when nothing is missing, whatever the order.
expectTypeOf(fromImage.build()).toEqualTypeOf<CreateAgentRequest>()
expectTypeOf(fromBuild.build()).toEqualTypeOf<CreateAgentRequest>()
expectTypeOf(start.region('us-west').image('x').enableManagedKeys(true).serviceName('y').build).toBeFunction()
// @ts-expect-error -- nothing is set
start.build()
// @ts-expect-error -- image or buildId is missing
named.region('us-west').build()
// @ts-expect-error -- serviceName is missing
start.image('x').build()

// Either of image and buildId rules the other out, and not itself.
expectTypeOf(fromImage.image('other').build()).toEqualTypeOf<CreateAgentRequest>()
// @ts-expect-error -- image is set
fromImage.buildId('x')
// @ts-expect-error -- buildId is set
fromBuild.image('x')
// @ts-expect-error -- image is set, some calls ago
start.image('x').serviceName('y').region('z').buildId('x')

// Setters take what the type of the schema takes, and nothing else.
expectTypeOf(start.serviceName).parameters.toEqualTypeOf<[string]>()
expectTypeOf(start.image).parameters.toEqualTypeOf<[string]>()
expectTypeOf(start.agentProfile).parameters.toEqualTypeOf<[AgentProfile]>()
expectTypeOf(start.autoScaling).parameters.toEqualTypeOf<[AutoScaling]>()
expectTypeOf(start.autoScaling(autoScaling().minAgents(1).build())).toEqualTypeOf(start)
// @ts-expect-error -- a string
start.serviceName(1)
// @ts-expect-error -- not null
start.image(null)
// @ts-expect-error -- not undefined, which exact optional properties tell from absent
start.region(undefined)
// @ts-expect-error -- no such profile
start.agentProfile('agent-4x')
// @ts-expect-error -- no such property of the nested object
start.autoScaling({ minAgents: 1, maxAgent: 2 })
// @ts-expect-error -- no such property
start.serviceNames('x')
// @ts-expect-error -- a builder is not what it builds
start.autoScaling(autoScaling().minAgents(1))
// @ts-expect-error -- one value
start.serviceName()

// Optional properties change nothing about what a builder is, so that it can be built up in a variable.
let variable = fromImage
if (Math.random() > 0.5) variable = variable.region('us-west')
expectTypeOf(variable.build()).toEqualTypeOf<CreateAgentRequest>()
// @ts-expect-error -- one that lacks its image is another
variable = named

// The types of builders can be named.
expectTypeOf(start).toEqualTypeOf<CreateAgentRequestBuilder>()
expectTypeOf(fromImage).toEqualTypeOf<CreateAgentRequestBuilder<'serviceName' | 'image'>>()

// A schema that requires nothing has `build` from the start; one that allows more than it declares does not take it unasked.
expectTypeOf(autoScaling().build()).toEqualTypeOf<AutoScaling>()
expectTypeOf(agent()).not.toHaveProperty('build')
expectTypeOf(agent().agentProfile).parameters.toEqualTypeOf<[Agent['agentProfile']]>()
expectTypeOf(agent().agentProfile(null)).not.toHaveProperty('build')
expectTypeOf(autoScaling()).not.toHaveProperty('with')
expectTypeOf(errorResponse()).not.toHaveProperty('then')
