import { isJsonObject, type JsonObject } from '../json.js'
import { sections, typeAt, type ObjectTypes } from './object-types.js'
import { isFailure } from './problem.js'
import { member, referenceOf, targetKey, type Resolver, type Target } from './resolver.js'
import type { Source } from './source.js'

/** Tells a target that is used as one kind of component from every other. */
export function homeKey(section: string | undefined, target: Pick<Target, 'source' | 'tokens'>): string {
  return `${section} ${targetKey(target)}`
}

/** What homes are looked for in. */
export interface HomeInput {
  readonly root: Source
  /** The value of `root`. */
  readonly document: JsonObject
  readonly resolver: Resolver
  readonly types: ObjectTypes
}

/**
 * The values that have a place among the components of the root, though they stand elsewhere, and the way to that place: what a
 * component is nothing but a reference to, and what a whole section brings that is itself a reference.
 */
export function findHomes(input: HomeInput): Map<string, readonly string[]> {
  const homes = new Map<string, readonly string[]>()
  const claim = (section: string, target: Target, name: string): void => {
    const key = homeKey(section, target)
    if (!homes.has(key)) homes.set(key, ['components', section, name])
  }
  for (const [typeName, section] of sections) {
    const components = componentsOf(section, input)
    for (const { name, target } of components) claim(section, target, name)
    for (const { name, target } of components) {
      const referred = soleReference(target, input.resolver)
      if (referred && !isInPlace(referred, typeName, input)) claim(section, referred, name)
    }
  }
  return homes
}

/** Whether a target stands in the root where a value of its type belongs, so that it stays there. */
export function isInPlace(target: Target, typeName: string, { root, document, types }: HomeInput): boolean {
  return target.source === root && typeAt(types, document, target.tokens)?.name === typeName
}

/** The entries of a section of `components`, which may be reached by references. */
function componentsOf(
  section: string,
  { root, document, resolver }: HomeInput,
): { name: string; target: Target }[] {
  let container: Target = { source: root, tokens: [], value: document }
  for (const key of ['components', section]) {
    const value = member(container.value, key)
    if (value === undefined) return []
    const entered = resolver.resolveFully({ ...container, tokens: [...container.tokens, key], value })
    if (isFailure(entered)) return []
    container = entered
  }
  const { source, tokens, value: entries } = container
  if (!isJsonObject(entries)) return []
  return Object.entries(entries).map(([name, value]) => ({
    name,
    target: { source, tokens: [...tokens, name], value },
  }))
}

/** What a component refers to that has no other member. */
function soleReference({ value, source }: Target, resolver: Resolver): Target | undefined {
  const reference = referenceOf(value)
  if (reference === undefined || Object.keys(value ?? {}).length > 1) return undefined
  const target = resolver.resolve(reference, source)
  return isFailure(target) ? undefined : target
}
