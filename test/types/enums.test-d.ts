/** What `enums: 'const'` and `unknownEnumValues: 'tolerate'` make, in the files that `test/scripts/layers/types/golden.test.ts` keeps. */
import { expectTypeOf, test } from 'vitest'
import {
  type components,
  type CreateJobBody,
  type CreateJobResponse,
  FailureCode,
  type FailureCodeInResponse,
  type Job,
  JobState,
  type JobStateInResponse,
  SortOrder,
} from '../golden/enums/index.js'

test('an enum is an object of its values, and their union', () => {
  expectTypeOf(JobState).toEqualTypeOf<{
    readonly Queued: 'queued'
    readonly InProgress: 'in-progress'
    readonly Done: 'done'
  }>()
  expectTypeOf<JobState>().toEqualTypeOf<'queued' | 'in-progress' | 'done'>()
  expectTypeOf<FailureCode>().toEqualTypeOf<100 | 201 | null>()
  expectTypeOf(SortOrder.MinusName).toEqualTypeOf<'-name'>()
  expectTypeOf(FailureCode.MACHINES_FULL).toEqualTypeOf<100>()
})

test('it is what openapi-typescript prints', () => {
  expectTypeOf<JobState>().toEqualTypeOf<components['schemas']['JobState']>()
  expectTypeOf<FailureCode>().toEqualTypeOf<components['schemas']['FailureCode']>()
  expectTypeOf<SortOrder>().toEqualTypeOf<components['schemas']['SortOrder']>()
})

test('its values stand wherever the type is asked for', () => {
  expectTypeOf<CreateJobBody>().toEqualTypeOf<Job>()
  expectTypeOf(JobState.Done).toExtend<CreateJobBody['state']>()
  expectTypeOf(JobState.Done).toExtend<CreateJobResponse['state']>()
  // @ts-expect-error nothing is listed by that name
  void JobState.Paused
  // @ts-expect-error the object does not change
  JobState.Done = 'done'
})

test('a response may have other values, a request may not', () => {
  expectTypeOf<CreateJobResponse['state']>().toEqualTypeOf<JobStateInResponse>()
  expectTypeOf<'paused'>().toExtend<JobStateInResponse>()
  expectTypeOf<42>().toExtend<FailureCodeInResponse>()
  expectTypeOf<null>().toExtend<FailureCodeInResponse>()
  expectTypeOf<JobStateInResponse>().toExtend<string>()
  expectTypeOf<JobStateInResponse>().not.toEqualTypeOf<string>()
  expectTypeOf<undefined>().not.toExtend<JobStateInResponse>()
  expectTypeOf<'paused'>().not.toExtend<CreateJobBody['state']>()
  expectTypeOf<JobStateInResponse>().not.toExtend<JobState>()
})

test('what tells alternatives apart is listed', () => {
  type Kind = CreateJobResponse['steps'][number]['kind']
  expectTypeOf<Kind>().toEqualTypeOf<'Build' | 'Check'>()
})
