import type { Code } from './code.js'
import type { Doc } from './doc.js'

/** A generated module: where it lies and what it declares. Its imports follow from what its code refers to. */
export interface Module {
  /** From the output folder, with `/` and `.ts`: `validators/schemas/agent.ts`. */
  readonly path: string
  /** Comment at the top of the module. */
  readonly doc?: string
  readonly declarations: readonly Declaration[]
  /** Variables that the fixed text of its bodies declares, so that no `local` takes their names. */
  readonly locals?: readonly string[]
}

/** `public`: in the index of the layer. `internal`: for other generated modules only. `private`: not exported. */
export type Visibility = 'public' | 'internal' | 'private'

/** A statement at the top of a module. */
export type Declaration =
  | FunctionDeclaration
  | ConstantDeclaration
  | TypeDeclaration
  | InterfaceDeclaration
  | ReExportDeclaration
  | PrintedDeclaration

interface Named {
  readonly name: string
  readonly visibility: Visibility
  readonly doc?: Doc
}

interface Generic {
  readonly typeParameters?: readonly TypeParameter[]
}

/** `Name extends constraint = fallback`. */
export interface TypeParameter {
  readonly name: string
  readonly constraint?: Code
  readonly default?: Code
}

/** A parameter of a function or method. */
export interface FunctionParameter {
  readonly name: string
  readonly type: Code
  readonly optional?: boolean
  readonly default?: Code
}

/** `function name(parameters): returns { body }`. */
export interface FunctionDeclaration extends Named, Generic {
  readonly kind: 'function'
  readonly async?: boolean
  readonly parameters: readonly FunctionParameter[]
  readonly returns: Code
  readonly body: Code
}

/** `const name: type = value`. */
export interface ConstantDeclaration extends Named {
  readonly kind: 'constant'
  readonly type?: Code
  readonly value: Code
}

/** `type name = type`. */
export interface TypeDeclaration extends Named, Generic {
  readonly kind: 'type'
  readonly type: Code
}

/** `interface name { … }`. */
export interface InterfaceDeclaration extends Named, Generic {
  readonly kind: 'interface'
  readonly extends?: readonly Code[]
  readonly properties?: readonly PropertySignature[]
  readonly methods?: readonly MethodSignature[]
}

/** `readonly name?: type` of an interface; any string may be its name. */
export interface PropertySignature {
  readonly name: string
  readonly type: Code
  readonly optional?: boolean
  readonly readonly?: boolean
  readonly doc?: Doc
}

/** `name(parameters): returns` of an interface; any string may be its name. */
export interface MethodSignature extends Generic {
  readonly name: string
  readonly parameters: readonly FunctionParameter[]
  readonly returns: Code
  readonly doc?: Doc
}

/** `export { name as alias } from './other.js'`. */
export interface ReExportDeclaration {
  readonly kind: 're-export'
  readonly visibility: Exclude<Visibility, 'private'>
  /** Path of the other module from the output folder. */
  readonly from: string
  readonly names: readonly Export[]
}

/** An exported name. */
export interface Export {
  readonly name: string
  readonly typeOnly: boolean
  /** The name in the other module, if it is another one. */
  readonly of?: string
}

/** Statements that were printed from a syntax tree, and what they export. */
export interface PrintedDeclaration {
  readonly kind: 'printed'
  readonly visibility: Exclude<Visibility, 'private'>
  readonly code: Code
  readonly exports: readonly Export[]
}

/** The names that a declaration adds to the module's exports. */
export function exportsOf(declaration: Declaration): readonly Export[] {
  if (declaration.visibility === 'private') return []
  if (declaration.kind === 're-export') return declaration.names
  if (declaration.kind === 'printed') return declaration.exports
  const { kind, name } = declaration
  return [{ name, typeOnly: kind === 'type' || kind === 'interface' }]
}

/** The names that a declaration takes in its module. */
export function declaredNames(declaration: Declaration): readonly string[] {
  if (declaration.kind === 're-export') return []
  if (declaration.kind === 'printed') return declaration.exports.map(({ name }) => name)
  return [declaration.name]
}
