import { compileFunction } from 'node:vm'
import ts from 'typescript'
import { compileSchema } from '../../scripts/src/compile-schema.js'
import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import { type Compiled, problemsOf } from './issues.js'
import type { Judge } from './judge.js'

/** What `compileSchema` makes of a schema, as a judge, who is also wrong where the issues are. */
export const ours: Judge = {
  name: 'ours',
  compile: (schema) => {
    const compiled = load(schema)
    return (value) => verdict(compiled, schema, value)
  },
}

/**
 * The same for several schemas, which it compiles to one module, as the schemas of properties of one object: that takes much less
 * time than a module for each. Where it fails, each is compiled alone.
 */
export function oursTogether(schemas: readonly JsonObject[]): Judge {
  const names = new Map(schemas.map((schema, index) => [schema, `schema${index}`]))
  const properties = Object.fromEntries(
    schemas.map((schema, index) => [`schema${index}`, { ...schema, $id: `https://example.com/${index}/` }]),
  )
  const whole = { properties }
  const compiled = attempt(() => load(whole))
  if (compiled === undefined) return ours
  return {
    name: ours.name,
    compile: (schema) => (value) => verdict(compiled, whole, { [names.get(schema)!]: value }),
  }
}

const TO_SCRIPT = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 }

function load(schema: JsonObject): Compiled {
  const module: { exports: Readonly<Record<string, unknown>> } = { exports: {} }
  const script = ts.transpile(compileSchema(schema, { formats: 'assert' }), TO_SCRIPT)
  compileFunction(script, ['exports', 'module'])(module.exports, module)
  const { isValue, validateValue } = module.exports
  // The names and types that `compileSchema` promises.
  return { is: isValue as Compiled['is'], validate: validateValue as Compiled['validate'] }
}

function verdict(compiled: Compiled, schema: JsonValue, value: JsonValue): boolean {
  const [problem] = problemsOf(compiled, schema, value)
  if (problem !== undefined) throw new Error(problem)
  return compiled.is(value)
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
