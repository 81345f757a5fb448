/** The text of declarations. Every text that goes in is `Code`, a checked name or a doc text, all of them escaped for their place. */
import type { Code } from './code.js'
import { type Doc, docComment } from './doc.js'
import type {
  ConstantDeclaration,
  Declaration,
  FunctionDeclaration,
  FunctionParameter,
  InterfaceDeclaration,
  MethodSignature,
  PropertySignature,
  ReExportDeclaration,
  TypeDeclaration,
  TypeParameter,
} from './module.js'
import { relativeSpecifier } from './specifier.js'
import type { Resolve } from './symbols.js'
import { identifier, typeKey } from './text.js'

/** What the text of a declaration depends on beside itself: the module that it is in. */
export interface Context {
  readonly path: string
  /** Turns the tokens of code into final text, see `symbols.ts`. */
  readonly resolve: Resolve
}

type Printers = {
  [K in Declaration['kind']]: (declaration: Extract<Declaration, { kind: K }>, context: Context) => string
}

const printers: Printers = {
  function: functionText,
  constant: constantText,
  type: typeText,
  interface: interfaceText,
  're-export': reExportText,
  printed: ({ code }, { resolve }) => resolve(code.text),
}

/** The text of a declaration, without a line break at its end. */
export function declarationText(declaration: Declaration, context: Context): string {
  // The table's entry for a kind takes the declarations of that kind, which TypeScript cannot follow through a union.
  const printer = printers[declaration.kind] as (it: Declaration, context: Context) => string
  return printer(declaration, context)
}

/** A name of another module, and what it is called on this side. */
export interface Binding {
  readonly name: string
  readonly alias: string
  readonly typeOnly: boolean
}

/** The names of an import or export: `{ a, type B, c as d }`, or `type { B, C }` where all are types. */
export function namedBindings(names: readonly Binding[]): string {
  const isTypeOnly = names.every(({ typeOnly }) => typeOnly)
  const listed = names.map(({ name, alias, typeOnly }) => {
    const keyword = typeOnly && !isTypeOnly ? 'type ' : ''
    const renamed = alias === name ? '' : ` as ${identifier(alias).text}`
    return `${keyword}${identifier(name).text}${renamed}`
  })
  return `${isTypeOnly ? 'type ' : ''}{ ${listed.join(', ')} }`
}

function functionText(it: FunctionDeclaration, { resolve }: Context): string {
  const head = `${exported(it)}${it.async ? 'async ' : ''}function ${identifier(it.name).text}`
  const body = resolve(it.body.text)
  const block = body === '' ? '{}' : `{\n${indented(body)}\n}`
  return `${docs(it.doc)}${head}${signature(it, resolve)} ${block}`
}

function constantText(it: ConstantDeclaration, { resolve }: Context): string {
  const type = it.type === undefined ? '' : `: ${resolve(it.type.text)}`
  return `${docs(it.doc)}${exported(it)}const ${identifier(it.name).text}${type} = ${resolve(it.value.text)}`
}

function typeText(it: TypeDeclaration, { resolve }: Context): string {
  const head = `${exported(it)}type ${identifier(it.name).text}${typeParameters(it.typeParameters, resolve)}`
  return `${docs(it.doc)}${head} = ${resolve(it.type.text)}`
}

function interfaceText(it: InterfaceDeclaration, { resolve }: Context): string {
  const bases = it.extends ?? []
  const heritage = bases.length === 0 ? '' : ` extends ${bases.map(({ text }) => resolve(text)).join(', ')}`
  const members = [
    ...(it.properties ?? []).map((property) => propertyText(property, resolve)),
    ...(it.methods ?? []).map((method) => methodText(method, resolve)),
  ]
  const head = `${exported(it)}interface ${identifier(it.name).text}${typeParameters(it.typeParameters, resolve)}`
  const block = members.length === 0 ? '{}' : `{\n${indented(members.join('\n'))}\n}`
  return `${docs(it.doc)}${head}${heritage} ${block}`
}

function propertyText(it: PropertySignature, resolve: Resolve): string {
  const head = `${it.readonly ? 'readonly ' : ''}${typeKey(it.name).text}${it.optional ? '?' : ''}`
  return `${docs(it.doc)}${head}: ${resolve(it.type.text)}`
}

function methodText(it: MethodSignature, resolve: Resolve): string {
  return `${docs(it.doc)}${typeKey(it.name).text}${signature(it, resolve)}`
}

function reExportText({ names, from }: ReExportDeclaration, { path }: Context): string {
  const bindings = names.map(({ name, of = name, typeOnly }) => ({ name: of, alias: name, typeOnly }))
  return `export ${namedBindings(bindings)} from '${relativeSpecifier(path, from)}'`
}

function exported({ visibility }: { readonly visibility: Declaration['visibility'] }): string {
  return visibility === 'private' ? '' : 'export '
}

function signature(
  it: Pick<FunctionDeclaration, 'typeParameters' | 'parameters' | 'returns'>,
  resolve: Resolve,
): string {
  const parameters = it.parameters.map((parameter) => parameterText(parameter, resolve)).join(', ')
  return `${typeParameters(it.typeParameters, resolve)}(${parameters}): ${resolve(it.returns.text)}`
}

function parameterText(it: FunctionParameter, resolve: Resolve): string {
  const fallback = defaultText(it.default, resolve)
  return `${identifier(it.name).text}${it.optional ? '?' : ''}: ${resolve(it.type.text)}${fallback}`
}

function typeParameters(list: readonly TypeParameter[] = [], resolve: Resolve): string {
  if (list.length === 0) return ''
  const texts = list.map((it) => {
    const constraint = it.constraint === undefined ? '' : ` extends ${resolve(it.constraint.text)}`
    return `${identifier(it.name).text}${constraint}${defaultText(it.default, resolve)}`
  })
  return `<${texts.join(', ')}>`
}

function defaultText(value: Code | undefined, resolve: Resolve): string {
  return value === undefined ? '' : ` = ${resolve(value.text)}`
}

/** A doc comment and a line break, if there is something to say. */
function docs(doc: Doc | undefined): string {
  const comment = doc === undefined ? '' : docComment(doc)
  return comment === '' ? '' : `${comment}\n`
}

/** Lines two columns further in; empty ones stay empty. No literal of code goes over several lines. */
function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}
