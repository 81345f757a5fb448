import { type Code, code, type Declaration, identifier, importedType, literal } from '../../emit/index.js'
import type { NamedSchema, Schema } from '../../model/types.js'
import { checkBody } from './check/function.js'
import { pathParameters, placeOf } from './schema-path.js'
import { isBody } from './is/function.js'
import type { JsonSchemas } from './json-schema-modules.js'
import { atDepth } from './naming.js'
import { helper, placeType, stepType } from './runtime.js'
import type { Part, PartKind, Scope } from './scope.js'
import type { SharedSchema } from './shared-schemas.js'
import type { Subject } from './subject.js'

const value = identifier('value')
const depth = identifier('depth')
const depthParameter = { name: 'depth', type: code`number` }
const valueParameter = { name: 'value', type: code`unknown` }
const placeParameters = [
  { name: 'within', type: placeType },
  { name: 'step', type: stepType, optional: true },
]

/** A type of the shipped module that describes validations. */
function validation(name: string): Code {
  return importedType('runtime/validation.ts', name)
}

/** Everything that is declared for the named schemas of one module. */
export function schemaDeclarations(
  schemas: readonly NamedSchema[],
  scope: Scope,
  jsonSchemas: JsonSchemas,
): Declaration[] {
  const main = schemas.flatMap((named) => namedDeclarations(named, scope, jsonSchemas))
  return moduleDeclarations([...main, ...partDeclarations(scope)], scope)
}

/** The functions of a module between the constants that they turned out to need. */
export function moduleDeclarations(functions: readonly Declaration[], scope: Scope): Declaration[] {
  return [...scope.constants, ...functions, ...scope.tables, ...scope.predicates]
}

/** The functions of the parts that turned out to need one. */
function partDeclarations(scope: Scope): Declaration[] {
  const parts: Declaration[] = []
  for (let part = scope.nextPart(); part !== undefined; part = scope.nextPart()) {
    parts.push(partDeclaration(part, scope))
  }
  return parts
}

function namedDeclarations(
  { name, kind, schema }: NamedSchema,
  scope: Scope,
  jsonSchemas: JsonSchemas,
): Declaration[] {
  const visibility = kind === 'target' ? 'internal' : 'public'
  const type = importedType(kind === 'operation' ? 'types/operations.ts' : 'types/schemas.ts', name)
  const [is, check, validate] = [`is${name}`, `check${name}`, `validate${name}`]
  const cycle = scope.facts.cycleOf(name)
  const subject = { schema, value, name, cycle }
  const shared = kind === 'operation' ? sharedBodies(schema, scope) : undefined
  const recursive = atDepth(is)
  return [
    {
      kind: 'function',
      name: is,
      visibility,
      doc: { text: `Whether a value is a valid {@link ${name}}.` },
      parameters: [valueParameter],
      returns: code`value is ${type}`,
      body:
        cycle === undefined
          ? (shared?.is ?? isBody(subject, (copy) => code`${identifier(is)}(${copy})`, scope))
          : code`return ${identifier(recursive)}(value, 0)`,
    },
    ...(cycle === undefined ? [] : [recursiveDeclaration(recursive, subject, scope)]),
    {
      kind: 'function',
      name: validate,
      visibility,
      doc: { text: `The value as a {@link ${name}}, or everything that keeps it from being one.` },
      parameters: [valueParameter, { name: 'options', type: validation('ValidateOptions'), optional: true }],
      returns: code`${validation('ValidationResult')}<${type}>`,
      // Places in a recursive value take time even where nothing is wrong; elsewhere to ask first would take as much time, and code.
      body:
        cycle === undefined
          ? code`return ${helper('validate', 'validated')}(${identifier(check)}, value, options)`
          : code`return ${identifier(is)}(value) ? { value } : { issues: ${helper('validate', 'issuesOf')}(${identifier(check)}, value, options) }`,
    },
    {
      kind: 'function',
      name: `assert${name}`,
      visibility,
      doc: { text: `Throws a \`ValidationError\` unless the value is a valid {@link ${name}}.` },
      parameters: [valueParameter],
      returns: code`asserts value is ${type}`,
      body: code`if (!${identifier(is)}(value)) throw ${helper('validate', 'invalid')}(${literal(name)}, ${identifier(check)}, value)`,
    },
    {
      kind: 'constant',
      name: `${name}Schema`,
      visibility,
      doc: {
        text: `{@link ${name}} as a Standard Schema and Standard JSON Schema, for libraries that take one.`,
      },
      type: code`${validation('StandardSchema')}<${type}>`,
      value: code`/* @__PURE__ */ ${helper('validate', 'standardSchema')}(${identifier(validate)}, ${jsonSchemas.definition(name)})`,
    },
    {
      ...checkDeclaration(check, schema, shared?.check ?? checkBody(subject, identifier(check), scope)),
      visibility: 'internal',
      doc: { text: `Reports the issues of a value that should be a {@link ${name}}.` },
    },
  ]
}

/** The bodies of `isFoo` and `checkFoo` where others are described in the same way. */
function sharedBodies(schema: Schema, scope: Scope): Record<PartKind, Code> | undefined {
  const shared = scope.shared(schema)
  return (
    shared && {
      is: code`return ${shared.is}(value)`,
      check: code`return ${shared.check}(value, ${literal(placeOf(schema))}, within, step)`,
    }
  )
}

/** The functions of a shared schema, and of its parts. */
export function sharedDeclarations({ name, place, schema }: SharedSchema, scope: Scope): Declaration[] {
  const [is, check] = [`is${name}`, `check${name}`]
  const subject = { schema, value, name }
  return [
    {
      kind: 'function',
      name: is,
      visibility: 'internal',
      doc: {
        text: `Whether a value is what the document describes at \`${place}\`, and in the same way elsewhere.`,
      },
      parameters: [valueParameter],
      returns: code`boolean`,
      body: isBody(subject, (copy) => code`${identifier(is)}(${copy})`, scope),
    },
    {
      ...checkDeclaration(check, schema, checkBody(subject, identifier(check), scope)),
      visibility: 'internal',
      doc: { text: `Reports the issues of such a value by its description at \`schemaPath\`.` },
    },
    ...partDeclarations(scope),
  ]
}

/** `isFoo` of a schema that leads back to itself, which is told how often it did so. */
function recursiveDeclaration(name: string, subject: Subject, scope: Scope): Declaration {
  const is = identifier(name)
  const again = (copy: Code) => code`${is}(${copy}, ${depth})`
  const limit = scope.facts.isBranching(subject.name) ? 'MAX_BRANCHING_DEPTH' : 'MAX_DEPTH'
  return {
    kind: 'function',
    name,
    visibility: 'internal',
    doc: {
      text: `{@link is${subject.name}}, for a value that is \`depth\` levels below one that is being checked.`,
    },
    parameters: [valueParameter, depthParameter],
    returns: code`boolean`,
    body: code`
      if (depth > ${helper('deep', limit)}) return ${helper('deep', 'isDeeply')}(${is}, value)
      ${isBody({ ...subject, depth }, again, scope)}
    `,
  }
}

/** A part's function; to a boolean it is a constant, through which engines see where they may not through a declaration. */
function partDeclaration({ kind, functionName, subject }: Part, scope: Scope): Declaration {
  const { cycle } = subject
  if (kind === 'check') {
    const body = checkBody({ ...subject, value }, identifier(functionName), scope)
    return { ...checkDeclaration(functionName, subject.schema, body), visibility: 'private' }
  }
  const is = identifier(functionName)
  const again = (copy: Code) => (cycle === undefined ? code`${is}(${copy})` : code`${is}(${copy}, ${depth})`)
  const body = isBody({ ...subject, value, ...(cycle !== undefined && { depth }) }, again, scope)
  return {
    kind: 'constant',
    name: functionName,
    visibility: 'private',
    value: code`
      (${cycle === undefined ? code`value: unknown` : code`value: unknown, depth: number`}): boolean => {
        ${body}
      }
    `,
  }
}

function checkDeclaration(name: string, schema: Schema, body: Code) {
  return {
    kind: 'function' as const,
    name,
    parameters: [valueParameter, ...pathParameters(schema), ...placeParameters],
    returns: code`void`,
    body,
  }
}

/** The names under which a named schema's validators are exported. */
export function publicNames(name: string): string[] {
  return [`is${name}`, `validate${name}`, `assert${name}`, `${name}Schema`]
}
