import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import { expectTypeOf, test } from 'vitest'
import { type CreateAgentParams, type CreateAgentRequest } from '../../generated/types/index.js'
import { CreateAgentParamsSchema, CreateAgentRequestSchema } from '../../generated/validators/index.js'
import type { JsonSchemaOptions, StandardSchema } from '../../scripts/src/runtime/validation.js'

interface Pet {
  readonly name: string
}

test('what is generated is a Standard Schema and a Standard JSON Schema', () => {
  expectTypeOf<StandardSchema<Pet>>().toExtend<StandardSchemaV1<Pet, Pet>>()
  expectTypeOf<StandardSchema<Pet>>().toExtend<StandardJSONSchemaV1<Pet, Pet>>()
  expectTypeOf<StandardSchema<Pet>>().not.toExtend<StandardSchemaV1<string, string>>()
  expectTypeOf<StandardSchema<Pet>>().not.toExtend<StandardJSONSchemaV1<string, string>>()
  expectTypeOf(CreateAgentRequestSchema).toExtend<StandardSchemaV1<CreateAgentRequest>>()
  expectTypeOf(CreateAgentParamsSchema).toExtend<StandardJSONSchemaV1<CreateAgentParams>>()
})

test('libraries infer its types', () => {
  expectTypeOf<
    StandardSchemaV1.InferInput<typeof CreateAgentRequestSchema>
  >().toEqualTypeOf<CreateAgentRequest>()
  expectTypeOf<
    StandardSchemaV1.InferOutput<typeof CreateAgentRequestSchema>
  >().toEqualTypeOf<CreateAgentRequest>()
  expectTypeOf<
    StandardJSONSchemaV1.InferOutput<typeof CreateAgentParamsSchema>
  >().toEqualTypeOf<CreateAgentParams>()
})

test('it takes whatever options the standard has', () => {
  expectTypeOf<StandardJSONSchemaV1.Options>().toExtend<JsonSchemaOptions>()
  const { jsonSchema } = CreateAgentRequestSchema['~standard']
  expectTypeOf(jsonSchema.input).toBeCallableWith({ target: 'draft-07' })
  expectTypeOf(jsonSchema.output).returns.toEqualTypeOf<Record<string, unknown>>()
  // @ts-expect-error the target must be named
  jsonSchema.input({})
})
