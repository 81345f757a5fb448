import type { JsonValue } from '../../scripts/src/json.js'
import { isJson, isText } from './documented-answers.js'
import type { Generated } from './generated.js'
import type { DocumentBody } from './operations.js'
import type { PlannedCall } from './planned-calls.js'
import type { Referee } from './referee.js'

/** What judges the values of a call. */
export interface Judges {
  readonly generated: Pick<Generated, 'validators'>
  readonly referee: Referee
}

/** What validators, and the referee, find in a call. */
export interface Judgement {
  readonly faults: readonly string[]
  readonly notes: readonly string[]
}

/** What is found in all of a call. */
export interface CallJudgement extends Judgement {
  /** Whether the body of the request is one that a server has to refuse. */
  readonly isRefusable: boolean
}

/**
 * Judges the parameters and the examples of a call by the generated validators. The referee has to find the same of the examples; one
 * that neither takes is the document's fault, and a note.
 */
export function judgeCall(judges: Judges, name: string, call: PlannedCall): CallJudgement {
  const { operation, values, body, answer } = call
  const alike = operation.answers.filter(({ status }) => status < 300 === answer.status < 300)
  const request = exampleJudged(judges, `${name}Body`, 'request', body, operation.bodies)
  const judgements = [
    parametersJudged(judges, name, values),
    request,
    exampleJudged(
      judges,
      `${name}${answer.status < 300 ? 'Response' : 'Error'}`,
      'response',
      answer.body,
      alike.flatMap((it) => it.body ?? []),
    ),
  ]
  return {
    faults: judgements.flatMap(({ faults }) => faults),
    notes: judgements.flatMap(({ notes }) => notes),
    isRefusable: request.notes.length > 0 && body !== undefined && isJson(body.mediaType),
  }
}

function parametersJudged(judges: Judges, name: string, values: PlannedCall['values']): Judgement {
  if (Object.keys(values).length === 0) return { faults: [], notes: [] }
  const issue = firstIssue(judges, `${name}Params`, values)
  return { faults: issue === undefined ? [] : [`the parameters are refused: ${issue}`], notes: [] }
}

/** A type of an operation is that of all bodies of its kind, so the referee takes what one of their schemas takes. */
function exampleJudged(
  judges: Judges,
  name: string,
  what: string,
  body: DocumentBody | undefined,
  alternatives: readonly DocumentBody[],
): Judgement {
  if (body?.schema === undefined || !(isJson(body.mediaType) || isText(body.mediaType)))
    return { faults: [], notes: [] }
  const value = body.example?.value ?? null
  const ours = firstIssue(judges, name, value)
  const theirs = refereed(judges, value, body, alternatives)
  if ((ours === undefined) !== (theirs === undefined)) {
    const faults = [`${name}: ours finds it ${ours ?? 'valid'}, the referee ${theirs ?? 'valid'}`]
    return { faults, notes: [] }
  }
  return {
    faults: [],
    notes: ours === undefined ? [] : [`the document's example of the ${what} is not valid: ${ours}`],
  }
}

function refereed(
  { referee }: Judges,
  value: JsonValue,
  { schema = '' }: DocumentBody,
  alternatives: readonly DocumentBody[],
): string | undefined {
  const reason = referee(schema, value)
  const takes = alternatives.some((it) => it.schema !== undefined && referee(it.schema, value) === undefined)
  return takes ? undefined : reason
}

function firstIssue({ generated }: Judges, name: string, value: unknown): string | undefined {
  const { [`validate${name}`]: validate } = generated.validators
  if (validate === undefined) throw new Error(`There is no validator of ${name}`)
  const [issue] = validate(value).issues ?? []
  return issue && `${issue.pointer} ${issue.message}`.trim()
}
