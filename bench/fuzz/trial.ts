import { Ajv2020 } from 'ajv/dist/2020.js'
import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import type { Judge, Verdict } from './judge.js'
import { ours, oursTogether } from './ours.js'
import { Random } from './random.js'
import { Reference } from './reference.js'
import { Resources } from './resolve.js'
import { randomSchema } from './schema.js'
import { type Pair, shrunk } from './shrink.js'
import { valueNear } from './value.js'

/** A schema and a value of which someone says what the specification does not. */
export interface Disagreement extends Pair {
  /** `ours`, or the name of the judge. */
  readonly judge: string
  /** Whether the value is valid. */
  readonly isValid: boolean
  /** What the judge says: whether it is, or what went wrong. */
  readonly verdict: boolean | string
}

/** What came of a schema and its values. */
export interface Trial {
  /** How many values there were, and how many of them are valid. */
  readonly values: number
  readonly valid: number
  /** Each shrunk to what it needs. */
  readonly disagreements: readonly Disagreement[]
}

/**
 * Asks ours and the other judges of random schemas, one for each seed, and of random values that are near to them.
 * @param values how many values to make for each schema.
 */
export function tryAll(seeds: readonly number[], values: number, judges: readonly Judge[]): Trial {
  const asked = seeds.map((seed) => makeQuestions(seed, values))
  const together = oursTogether(asked.map(({ schema }) => schema))
  const disagreements = asked.flatMap((questions, index) => [
    // One in ten is compiled alone, as most users do.
    ...compare(questions, index % 10 === 0 ? ours : together, ours),
    ...judges.flatMap((judge) => compare(questions, judge, judge)),
  ])
  const verdicts = asked.flatMap(({ answers }) => answers)
  return { values: verdicts.length, valid: verdicts.filter(Boolean).length, disagreements }
}

/** A schema, values, and whether they are valid. */
interface Questions {
  readonly schema: JsonObject
  readonly values: readonly JsonValue[]
  readonly answers: readonly boolean[]
}

function makeQuestions(seed: number, count: number): Questions {
  const random = new Random(seed)
  const schema = randomSchema(random)
  const resources = new Resources(schema)
  const values = random.times(count, count, () => valueNear(schema, random, resources))
  return { schema, values, answers: values.map(new Reference(schema).isValid) }
}

/** What a judge says wrongly, each shrunk with the help of the same judge, or another that takes one schema at a time. */
function compare({ schema, values, answers }: Questions, judge: Judge, shrinking: Judge): Disagreement[] {
  const says = sayingOf(judge, schema)
  const found: Disagreement[] = []
  // Of a schema that cannot be compiled one value says it all.
  const asked = typeof says === 'string' ? values.slice(0, 1) : values
  for (const [index, value] of asked.entries()) {
    const isValid = answers[index]!
    const verdict = verdictOf(says, value)
    if (verdict === isValid) continue
    found.push(smallest({ judge: judge.name, schema, value, isValid, verdict }, shrinking, found))
  }
  return found
}

/** What a judge says of values, or why it cannot. */
function sayingOf(judge: Judge, schema: JsonObject): Verdict | string {
  try {
    return judge.compile(schema)
  } catch (error) {
    return `cannot compile: ${messageOf(error)}`
  }
}

function verdictOf(says: Verdict | string, value: JsonValue): boolean | string {
  if (typeof says === 'string') return says
  try {
    return says(value)
  } catch (error) {
    return messageOf(error)
  }
}

const metaSchema = new Ajv2020({ strict: false, logger: false })

/** Shrunk, and for that much faster tried first with the schemas that `earlier` values of the same schema led to. */
function smallest(disagreement: Disagreement, judge: Judge, earlier: readonly Disagreement[]): Disagreement {
  const { isValid, verdict } = disagreement
  const holds = ({ schema, value }: Pair): boolean => {
    if (!isJsonObject(schema) || !metaSchema.validateSchema(schema)) return false
    return (
      isValidBySpecification(schema, value) === isValid &&
      alike(verdictOf(sayingOf(judge, schema), value), verdict)
    )
  }
  const known = earlier.map(({ schema }) => ({ schema, value: disagreement.value })).find(holds)
  return { ...disagreement, ...shrunk(known ?? disagreement, holds) }
}

/** Undefined where a reference leads nowhere, or round in circles. */
function isValidBySpecification(schema: JsonValue, value: JsonValue): boolean | undefined {
  try {
    return new Reference(schema).isValid(value)
  } catch {
    return undefined
  }
}

/** Whether two verdicts are the same; what went wrong may name other places. */
function alike(one: boolean | string, other: boolean | string): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return one === other
  return withoutPlaces(one) === withoutPlaces(other)
}

function withoutPlaces(message: string): string {
  return message.replaceAll(/["'#(].*|\d/g, '')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error)
}
