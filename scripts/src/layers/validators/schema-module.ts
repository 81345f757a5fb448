import { type Code, code, type Declaration, importedType, literal, identifier } from '../../emit/index.js'
import type { NamedSchema, Schema } from '../../model/types.js'
import { checkBody } from './check/function.js'
import { isBody } from './is/function.js'
import { helper, placeType } from './runtime.js'
import type { Part, Scope } from './scope.js'

const value = identifier('value')
const valueParameter = { name: 'value', type: code`unknown` }
const checkParameters = [valueParameter, { name: 'place', type: placeType }]

/** A type of the shipped module that describes validations. */
function validation(name: string): Code {
  return importedType('runtime/validation.ts', name)
}

/** Everything that is declared for the named schemas of one module. */
export function schemaDeclarations(schemas: readonly NamedSchema[], scope: Scope): Declaration[] {
  const main = schemas.flatMap((named) => namedDeclarations(named, scope))
  const parts: Declaration[] = []
  for (let part = scope.nextPart(); part !== undefined; part = scope.nextPart()) {
    parts.push(partDeclaration(part, scope))
  }
  return [...scope.constants, ...main, ...parts]
}

function namedDeclarations({ name, kind, schema }: NamedSchema, scope: Scope): Declaration[] {
  const visibility = kind === 'target' ? 'internal' : 'public'
  const type = importedType(kind === 'operation' ? 'types/operations.ts' : 'types/schemas.ts', name)
  const [is, check, validate] = [`is${name}`, `check${name}`, `validate${name}`]
  const subject = { schema, value, name }
  return [
    {
      kind: 'function',
      name: is,
      visibility,
      doc: { text: `Whether a value is a valid {@link ${name}}.` },
      parameters: [valueParameter],
      returns: code`value is ${type}`,
      body: isBody(subject, scope),
    },
    {
      kind: 'function',
      name: validate,
      visibility,
      doc: { text: `The value as a {@link ${name}}, or everything that keeps it from being one.` },
      parameters: [valueParameter, { name: 'options', type: validation('ValidateOptions'), optional: true }],
      returns: code`${validation('ValidationResult')}<${type}>`,
      body: code`return ${identifier(is)}(value) ? { value } : { issues: ${helper('validate', 'issuesOf')}(${identifier(check)}, value, options) }`,
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
      doc: { text: `{@link ${name}} as a Standard Schema, for libraries that take one.` },
      type: code`${validation('StandardSchema')}<${type}>`,
      value: code`/* @__PURE__ */ ${helper('validate', 'standardSchema')}(${identifier(validate)})`,
    },
    checkDeclaration(check, schema, name, scope, 'internal'),
  ]
}

function partDeclaration({ kind, functionName, subject }: Part, scope: Scope): Declaration {
  const { schema, name } = subject
  if (kind === 'check') return checkDeclaration(functionName, schema, name, scope, 'private')
  return {
    kind: 'function',
    name: functionName,
    visibility: 'private',
    parameters: [valueParameter],
    returns: code`boolean`,
    body: isBody({ schema, name, value }, scope),
  }
}

function checkDeclaration(
  functionName: string,
  schema: Schema,
  name: string,
  scope: Scope,
  visibility: 'internal' | 'private',
): Declaration {
  return {
    kind: 'function',
    name: functionName,
    visibility,
    ...(visibility === 'internal' && {
      doc: { text: `Reports the issues of a value that should be a {@link ${name}}.` },
    }),
    parameters: checkParameters,
    returns: code`void`,
    body: checkBody({ schema, name, value }, scope),
  }
}

/** The names under which a named schema's validators are exported. */
export function publicNames(name: string): string[] {
  return [`is${name}`, `validate${name}`, `assert${name}`, `${name}Schema`]
}
