import type { ModelOptions } from '../options.js'

/** Which way a body travels. */
export type Direction = 'request' | 'response'

/** Who asks: callers of the API by operations, or the API by webhooks and callbacks. */
export type Asked = 'operations' | 'webhooks'

/** What it means to schemas where they describe a body. */
export interface DirectionRule {
  readonly direction: Direction
  readonly of: readonly Asked[]
  /** Marks the properties that such bodies may lack, whatever `required` says. */
  readonly keyword: 'readOnly' | 'writeOnly'
  /** Whether enums may have values that they do not list. */
  readonly opensEnums: boolean
  /** Ends the name of a schema for such bodies. */
  readonly suffix: string
  /** What such bodies are, for a remark. */
  readonly bodies: string
}

/**
 * In OpenAPI 3.0 `required` concerns a read-only property in responses only, and a write-only one in requests only (3.0.4, Schema
 * Object). OpenAPI 3.1 lets both keywords be checked by the direction (3.1.1, "Validating readOnly and writeOnly"), so there is one
 * rule for both. It only ever asks for less: whoever sends back what it has got sends read-only properties, too, which are for the
 * receiver to ignore.
 */
const request = { direction: 'request', keyword: 'readOnly', bodies: 'requests' } as const
const response = { direction: 'response', keyword: 'writeOnly', bodies: 'responses' } as const

const everywhere: readonly Asked[] = ['operations', 'webhooks']

/** Where every value has to be known, it does not matter who asks. */
const strict: readonly DirectionRule[] = [
  { ...request, of: everywhere, opensEnums: false, suffix: 'InRequest' },
  { ...response, of: everywhere, opensEnums: false, suffix: 'InResponse' },
]

/** Else, what the API sends may have values that came after the document: its responses, and the requests of its webhooks. */
const tolerant: readonly DirectionRule[] = [
  { ...request, of: ['operations'], opensEnums: false, suffix: 'InRequest' },
  { ...response, of: ['operations'], opensEnums: true, suffix: 'InResponse' },
  { ...request, of: ['webhooks'], opensEnums: true, suffix: 'InWebhook', bodies: 'webhooks' },
  { ...response, of: ['webhooks'], opensEnums: false, suffix: 'InWebhookResponse' },
]

/** The rules of a document, of which no body has more than one. */
export function directionRules({ unknownEnumValues }: ModelOptions): readonly DirectionRule[] {
  return unknownEnumValues === 'tolerate' ? tolerant : strict
}

const missing = {
  readOnly: 'read-only properties may be absent',
  writeOnly: 'write-only properties may be absent',
}

/** Tells readers of a schema for such bodies what it differs in; `hasMarks` if properties of the document are marked. */
export function remarkOn({ keyword, opensEnums, bodies }: DirectionRule, hasMarks: boolean): string {
  const differences = [
    ...(hasMarks ? [missing[keyword]] : []),
    ...(opensEnums ? ['enums may have values that are not listed'] : []),
  ]
  return `As in ${bodies}, where ${differences.join(' and ')}.`
}
