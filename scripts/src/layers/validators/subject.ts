import type { Code } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'

/** What is being checked, by which schema, and how functions made for that schema are called. */
export interface Subject {
  readonly schema: Schema
  /** The variable that holds the value. */
  readonly value: Code
  /** PascalCase name of what is checked, for functions and constants made for it: `CreateAgentRequestImage`. */
  readonly name: string
  /** The cycle of references that the named schema around it is part of, see `Facts.cycleOf`. */
  readonly cycle?: number | undefined
  /** The variable that counts how often the functions of the cycle have called one another, where there is one. */
  readonly depth?: Code | undefined
  /** The variable that holds a property, where the value is known to be an object and its properties have been read. */
  readonly variable?: ((property: string) => Code) | undefined
  /** Whether the value is known to be a string, as the name of a property is. */
  readonly isString?: boolean | undefined
  /** Conditions that are already in variables, by the schema whose validity they tell. */
  readonly decided?: { get(part: Schema): Code | undefined } | undefined
}

/** The subject of a schema for another value inside the subject's. */
export function inner({ cycle, depth }: Subject, schema: Schema, value: Code, name: string): Subject {
  return { schema, value, name, cycle, depth }
}

/** The keywords that say something about a value whose type is already known. */
export const keywordsByType = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  array: ['prefixItems', 'items', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems'],
  object: [
    'properties',
    'required',
    'patternProperties',
    'additionalProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties',
  ],
} as const satisfies Record<string, readonly (keyof Schema)[]>
