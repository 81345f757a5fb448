/** Which way a body travels. */
export type Direction = 'request' | 'response'

/** What a direction means to schemas. */
export interface DirectionRule {
  /** Marks the properties that bodies of the direction may lack, whatever `required` says. */
  readonly keyword: 'readOnly' | 'writeOnly'
  /** Ends the name of a schema for the direction. */
  readonly suffix: string
  /** Tells readers of such a schema what it differs in. */
  readonly remark: string
}

/**
 * In OpenAPI 3.0 `required` concerns a read-only property in responses only, and a write-only one in requests only (3.0.4, Schema
 * Object). OpenAPI 3.1 lets both keywords be checked by the direction (3.1.1, "Validating readOnly and writeOnly"), so there is one
 * rule for both. It only ever asks for less: whoever sends back what it has got sends read-only properties, too, which are for the
 * receiver to ignore.
 */
export const directions: { readonly [K in Direction]: DirectionRule } = {
  request: {
    keyword: 'readOnly',
    suffix: 'InRequest',
    remark: 'As in requests, where read-only properties may be absent.',
  },
  response: {
    keyword: 'writeOnly',
    suffix: 'InResponse',
    remark: 'As in responses, where write-only properties may be absent.',
  },
}
