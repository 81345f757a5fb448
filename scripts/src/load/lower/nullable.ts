import { own, type JsonObject, type JsonValue } from '../../json.js'
import type { MutableObject } from '../mutable.js'

/**
 * What `nullable: true` of OpenAPI 3.0 makes of a schema. By the text of 3.0.3 (4.7.24.1) it adds `null` to the `type` beside it, and
 * does nothing without one; earlier texts said that it lets null through, and that is how documents use it. So it is read as everyone
 * means it: beside an `enum` without `null` it adds that too, beside an `allOf`, `anyOf` or `oneOf` of one schema, the only way to write
 * a nullable reference, it makes that schema nullable, and beside one of several it does so where there is no `type`.
 */
export function lowerNullable(schema: MutableObject): void {
  const effective = isNullable(schema)
  delete schema['nullable']
  if (!effective) return
  const choice = choiceOf(schema)
  const type = own(schema, 'type')
  const values = own(schema, 'enum')
  if (type !== undefined) schema['type'] = [...new Set([type, 'null'].flat())]
  if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...values, null]
  if (!choice) return
  delete schema[choice.keyword]
  if (choice.discriminator !== undefined) delete schema['discriminator']
  schema['anyOf'] = [...branchesOf(choice), { type: 'null' }]
}

/** Whether a schema of OpenAPI 3.0 has a `nullable` that does something. */
export function isNullable(schema: JsonObject): boolean {
  if (own(schema, 'nullable') !== true) return false
  return (
    own(schema, 'type') !== undefined || own(schema, 'enum') !== undefined || choiceOf(schema) !== undefined
  )
}

/** The schemas that have to let null through for the whole to do so. */
interface Choice {
  readonly keyword: 'allOf' | 'anyOf' | 'oneOf'
  readonly schemas: readonly JsonValue[]
  /** What tells them apart. */
  readonly discriminator?: JsonValue
}

/** The only `allOf`, `anyOf` or `oneOf` of a schema, unless it has several schemas and stands beside a `type`. */
function choiceOf(schema: JsonObject): Choice | undefined {
  const present = (['allOf', 'anyOf', 'oneOf'] as const).filter((keyword) => Object.hasOwn(schema, keyword))
  const [keyword, second] = present
  const schemas = keyword === undefined || second !== undefined ? undefined : own(schema, keyword)
  if (keyword === undefined || !Array.isArray(schemas) || schemas.length === 0) return undefined
  if (schemas.length > 1 && own(schema, 'type') !== undefined) return undefined
  const discriminator = own(schema, 'discriminator')
  return { keyword, schemas, ...(discriminator !== undefined && { discriminator }) }
}

/** What a value is to be that is not null. */
function branchesOf({ keyword, schemas, discriminator }: Choice): readonly JsonValue[] {
  if (discriminator !== undefined) return [{ [keyword]: schemas, discriminator }]
  return schemas.length === 1 || keyword === 'anyOf' ? schemas : [{ [keyword]: schemas }]
}
