import { isJsonObject, own, type JsonObject } from '../../json.js'
import { quote } from '../describe.js'
import type { Findings } from '../findings.js'
import { nearest } from '../near.js'
import type { LocatedOperation } from '../operation-ids.js'

/**
 * Tags that are declared have different names (OpenAPI 3.1.1, 4.8.1.1). Where any are, one that is used and not declared, or declared
 * and not used, may be a slip.
 */
export function checkTags(
  document: JsonObject,
  operations: readonly LocatedOperation[],
  findings: Findings,
): void {
  const declared = declaredTags(document)
  const names = new Set(declared)
  const used = new Set(names.size === 0 ? [] : operations.flatMap((each) => usedTags(each, names, findings)))
  for (const [index, name] of declared.entries()) {
    const tokens = ['tags', String(index)]
    if (name === undefined) continue
    if (declared.indexOf(name) < index) {
      const finding = { message: `the tag ${quote(name)} is declared twice`, hint: 'Remove one of the two.' }
      findings.error(tokens, finding)
    } else if (!used.has(name)) {
      const finding = { message: `no operation has the tag ${quote(name)}`, hint: 'Remove it, or use it.' }
      findings.warning(tokens, finding)
    }
  }
}

function declaredTags(document: JsonObject): (string | undefined)[] {
  const tags = own(document, 'tags')
  if (!Array.isArray(tags)) return []
  return tags.map((tag) => {
    const name = isJsonObject(tag) ? own(tag, 'name') : undefined
    return typeof name === 'string' ? name : undefined
  })
}

function usedTags(
  { operation, tokens }: LocatedOperation,
  declared: ReadonlySet<string | undefined>,
  findings: Findings,
): string[] {
  const tags = own(operation, 'tags')
  const candidates = [...declared].filter((each) => each !== undefined)
  return (Array.isArray(tags) ? tags : []).flatMap((name, index) => {
    if (typeof name !== 'string') return []
    if (!declared.has(name)) {
      const near = nearest(name, candidates)
      const hint =
        near === undefined ? 'Add it to the `tags` of the document.' : `Did you mean ${quote(near)}?`
      const message = `the tag ${quote(name)} is not declared`
      findings.warning([...tokens, 'tags', String(index)], { message, hint })
    }
    return [name]
  })
}
