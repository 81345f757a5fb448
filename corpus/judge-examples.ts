import { isNativeError } from 'node:util/types'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { inTime } from '../scripts/src/in-time.js'
import type { JsonObject } from '../scripts/src/json.js'
import type { Issue, ValidationResult } from '../scripts/src/runtime/validation.js'
import type { Example } from './examples.js'
import type { Finding } from './grouping.js'

/** How the examples of a document fare. */
export interface ExampleVerdicts {
  /** Both find it valid. */
  readonly valid: number
  /** Both find it invalid. */
  readonly invalid: number
  /** Where the two do not agree, or one of them fails. */
  readonly disagreements: readonly Finding[]
}

/** What the generated validators export. */
export type Validators = Readonly<Record<string, (value: unknown) => ValidationResult<unknown>>>

/** Why a value is not valid; undefined where it is. */
type Judge = (example: Pick<Example, 'name' | 'schema' | 'value'>) => string | undefined

interface Verdict {
  readonly kind: 'valid' | 'invalid' | 'none'
  readonly reason: string
}

/** Milliseconds for a verdict: some documents have a `pattern` that takes longer than anyone lives. */
const TIME = 10_000

/** Judges examples by the generated validators and by ajv. */
export function judgeExamples(
  examples: readonly Example[],
  document: JsonObject,
  validators: Validators,
  time = TIME,
): ExampleVerdicts {
  const [ours, theirs] = [generated(validators), ajvJudge(document)]
  const pairs = examples.map((example) => ({
    place: `#${example.pointer}`,
    ours: verdictOf(ours, example, time),
    ajv: verdictOf(theirs, example, time),
  }))
  const agreed = (kind: Verdict['kind']): number =>
    pairs.filter((pair) => pair.ours.kind === kind && pair.ajv.kind === kind).length
  return {
    valid: agreed('valid'),
    invalid: agreed('invalid'),
    disagreements: pairs
      .filter((pair) => pair.ours.kind !== pair.ajv.kind || pair.ours.kind === 'none')
      .map(({ place, ...pair }) => ({ place, message: `ours ${shown(pair.ours)}; ajv ${shown(pair.ajv)}` })),
  }
}

function verdictOf(judge: Judge, example: Example, time: number): Verdict {
  try {
    const reason = inTime(() => judge(example), time)
    return reason === undefined ? { kind: 'valid', reason: '' } : { kind: 'invalid', reason }
  } catch (error) {
    return { kind: 'none', reason: isNativeError(error) ? error.message : String(error) }
  }
}

function shown({ kind, reason }: Verdict): string {
  if (kind === 'valid') return 'finds it valid'
  return `${kind === 'invalid' ? 'finds it invalid by' : 'fails'} ${reason}`
}

function generated(validators: Validators): Judge {
  return ({ name, value }) => {
    const validate = validators[`validate${name}`]
    if (validate === undefined) throw new Error('there is no such validator')
    const [issue] = validate(value).issues ?? []
    return issue && reasonOf(issue)
  }
}

function reasonOf({ keyword, message, pointer }: Issue): string {
  return `${keyword}: ${message}${pointer === '' ? '' : ` at "${pointer}"`}`
}

/** Judges by ajv, which finds the schemas in the document by their pointers. */
export function ajvJudge(
  document: JsonObject,
): (example: Pick<Example, 'schema' | 'value'>) => string | undefined {
  const instance = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    addUsedSchema: false,
    inlineRefs: false,
    code: { regExp: Object.assign(expression, { code: 'new RegExp' }) },
  })
  formats.default(instance)
  instance.addSchema(document, 'document')
  return ({ schema, value }) => {
    const fragment = schema.split('/').map(encodeURIComponent).join('/')
    const validate = instance.getSchema(`document#${fragment}`) ?? raise('there is no such schema')
    if (validate(value)) return undefined
    const [{ keyword, message = '', instancePath } = raise('there is no error')] = validate.errors ?? []
    return `${keyword}: ${message}${instancePath === '' ? '' : ` at "${instancePath}"`}`
  }
}

/** With the flag `u` as JSON Schema wants it (2020-12 Core, 6.4), or else without. */
function expression(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

function raise(message: string): never {
  throw new Error(message)
}
