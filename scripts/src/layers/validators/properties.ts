import { binding, type Code, code, join, literal, local } from '../../emit/index.js'
import type { DependentRequired, Schema } from '../../model/types.js'
import { acceptsAll } from './analysis.js'
import { isClosed } from './entries.js'
import { inlineParts } from './inline.js'
import { Locals } from './locals.js'
import { pascalCase } from './naming.js'
import { helper, isUsed } from './runtime.js'
import { inner, type Subject } from './subject.js'

/** The properties of an object that are read into variables. */
export interface ReadProperties {
  /** The statements that read those which are used in some code, of the value or what is given for it. */
  readonly read: (uses: Code, object?: Code) => readonly Code[]
  /** The variable that holds a property which the schema names. */
  readonly variable: (name: string) => Code
  /** The variable that holds the prototype, if that is used. */
  readonly prototype: Code
}

/** What is demanded of one property. */
export interface PropertyRule {
  readonly name: string
  readonly required: boolean
  readonly subject: Subject
}

/** Reads each property that the schema says something about, once; those of parts that are printed inline too. */
export function readProperties({ schema, value }: Subject): ReadProperties {
  const locals = new Locals()
  const names = [...new Set([schema, ...inlineParts(schema)].flatMap((it) => [...readNames(it)]))]
  const variable = (name: string) => local(locals.of(name))
  for (const name of names) locals.of(name)
  const prototypeName = locals.free('prototype')
  const prototype = local(prototypeName)
  const read = (uses: Code, object = value): Code[] => {
    const used = names.filter((name) => isUsed(variable(name), uses))
    const bindings = used.filter((name) => !isInherited(name)).map((name) => binding(name, locals.of(name)))
    if (isUsed(prototype, uses)) bindings.push(binding('__proto__', prototypeName))
    return [
      ...(bindings.length === 0 ? [] : [code`const { ${join(bindings, ', ')} } = ${object}`]),
      ...used
        .filter(isInherited)
        .map(
          (name) =>
            code`const ${variable(name)} = ${helper('types', 'ownProperty')}(${value}, ${literal(name)})`,
        ),
    ]
  }
  return { read, variable, prototype }
}

/** Whether every object has a property of that name by inheritance. */
function isInherited(name: string): boolean {
  return name in Object.prototype
}

/** The rules for single properties, in the order of `properties`, then those that are only required. */
export function propertyRules(owner: Subject, variable: ReadProperties['variable']): PropertyRule[] {
  const { schema } = owner
  const required = new Set(schema.required)
  const named = (schema.properties ?? []).map(({ name, schema: property }) => ({ name, schema: property }))
  const known = new Set(named.map(({ name }) => name))
  const onlyRequired = [...required]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, schema: { pointer: schema.pointer, boolean: true } satisfies Schema }))
  return [...named, ...onlyRequired].map(({ name, schema: property }) => ({
    name,
    required: required.has(name),
    subject: inner(owner, property, variable(name), owner.name + pascalCase(name)),
  }))
}

/** The entries of `dependentRequired` that demand something. */
export function dependencies({ dependentRequired = [] }: Schema): DependentRequired[] {
  return dependentRequired.filter(({ required }) => required.length > 0)
}

function readNames(schema: Schema): Set<string> {
  const { properties = [], required = [], dependentSchemas = [] } = schema
  return new Set([
    ...properties
      .filter((it) => required.includes(it.name) || !acceptsAll(it.schema) || isClosed(schema))
      .map(({ name }) => name),
    ...required,
    ...dependencies(schema).flatMap((it) => [it.name, ...it.required]),
    ...dependentSchemas.filter((it) => !acceptsAll(it.schema)).map(({ name }) => name),
  ])
}
