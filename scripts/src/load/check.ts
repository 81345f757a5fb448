import { isJsonObject } from '../json.js'
import { checkObject } from './check-object.js'
import { checkSchema } from './check-schema.js'
import type { Findings } from './findings.js'
import type { MutableObject } from './mutable.js'
import type { ObjectTypes } from './object-types.js'
import { identifyOperations, type LocatedOperation } from './operation-ids.js'
import { checkEndlessSchemas, schemasInPlace, type LocatedSchema } from './rules/endless-schemas.js'
import { rules } from './rules/index.js'
import { checkTags } from './rules/tags.js'
import type { Version } from './version.js'
import { walk } from './walk.js'

/** Checks a bundle against the specification of its version, and completes its operations with what they must have. */
export function check(
  document: MutableObject,
  types: ObjectTypes,
  version: Version,
  findings: Findings,
): void {
  const operations: LocatedOperation[] = []
  const schemas: LocatedSchema[] = []
  walk(document, types, (visit) => {
    const { value, type, tokens } = visit
    if (type.name === 'Schema') checkSchema(visit, version, findings)
    else checkObject(visit, findings)
    if (!isJsonObject(value)) return
    for (const rule of rules.get(type.name) ?? []) rule(value, tokens, { document, findings })
    if (type.name === 'Schema' && schemasInPlace(value, document).length > 0) {
      schemas.push({ schema: value, tokens: [...tokens] })
    }
    if (type.name === 'Operation') operations.push({ operation: value, tokens: [...tokens] })
  })
  checkEndlessSchemas(schemas, document, findings)
  checkTags(document, operations, findings)
  identifyOperations(operations, findings)
}
