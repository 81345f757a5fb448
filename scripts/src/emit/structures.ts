/** Declarations as ts-morph structures. ts-morph escapes nothing, so every text that goes in is `Code`, a checked name or a doc text. */
import {
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type JSDocStructure,
  type OptionalKind,
  type ParameterDeclarationStructure,
  type StatementStructures,
  StructureKind,
  type TypeParameterDeclarationStructure,
  VariableDeclarationKind,
} from 'ts-morph'
import type { Code } from './code.js'
import { type Doc, docText } from './doc.js'
import type {
  ConstantDeclaration,
  Declaration,
  FunctionDeclaration,
  FunctionParameter,
  InterfaceDeclaration,
  PrintedDeclaration,
  ReExportDeclaration,
  TypeDeclaration,
  TypeParameter,
} from './module.js'
import { relativeSpecifier } from './specifier.js'
import { identifier, typeKey } from './text.js'

/** Turns the tokens of code into final text, see `symbols.ts`. */
export type Resolve = (text: string) => string

/** What a module's structures need to know of it. */
export interface Context {
  readonly path: string
  readonly resolve: Resolve
}

/** A statement for ts-morph: its structure, or text that is printed already. */
export type Structure = StatementStructures | string
type Printers = {
  [K in Declaration['kind']]: (
    declaration: Extract<Declaration, { kind: K }>,
    context: Context,
  ) => Structure | Structure[]
}

const printers: Printers = {
  function: functionStructure,
  constant: constantStructure,
  type: typeStructure,
  interface: interfaceStructure,
  're-export': reExportStructures,
  printed: (declaration: PrintedDeclaration, { resolve }) => resolve(declaration.code.text),
}

/** The structures of one declaration. */
export function structuresOf(declaration: Declaration, context: Context): Structure[] {
  // The table's entry for a kind takes the declarations of that kind, which TypeScript cannot follow through a union.
  const printer = printers[declaration.kind] as (it: Declaration, context: Context) => Structure | Structure[]
  return [printer(declaration, context)].flat()
}

function functionStructure(it: FunctionDeclaration, { resolve }: Context): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: identifier(it.name).text,
    isExported: it.visibility !== 'private',
    isAsync: it.async ?? false,
    typeParameters: typeParameters(it.typeParameters, resolve),
    parameters: parameters(it.parameters, resolve),
    returnType: resolve(it.returns.text),
    statements: resolve(it.body.text),
    docs: docs(it.doc),
  }
}

function constantStructure(it: ConstantDeclaration, { resolve }: Context): Structure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: it.visibility !== 'private',
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name: identifier(it.name).text,
        initializer: resolve(it.value.text),
        ...(it.type && { type: resolve(it.type.text) }),
      },
    ],
    docs: docs(it.doc),
  }
}

function typeStructure(it: TypeDeclaration, { resolve }: Context): Structure {
  return {
    kind: StructureKind.TypeAlias,
    name: identifier(it.name).text,
    isExported: it.visibility !== 'private',
    typeParameters: typeParameters(it.typeParameters, resolve),
    type: resolve(it.type.text),
    docs: docs(it.doc),
  }
}

function interfaceStructure(it: InterfaceDeclaration, { resolve }: Context): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: identifier(it.name).text,
    isExported: it.visibility !== 'private',
    typeParameters: typeParameters(it.typeParameters, resolve),
    extends: (it.extends ?? []).map((base) => resolve(base.text)),
    properties: (it.properties ?? []).map((property) => ({
      name: typeKey(property.name).text,
      type: resolve(property.type.text),
      hasQuestionToken: property.optional ?? false,
      isReadonly: property.readonly ?? false,
      docs: docs(property.doc),
    })),
    methods: (it.methods ?? []).map((method) => ({
      name: typeKey(method.name).text,
      typeParameters: typeParameters(method.typeParameters, resolve),
      parameters: parameters(method.parameters, resolve),
      returnType: resolve(method.returns.text),
      docs: docs(method.doc),
    })),
    docs: docs(it.doc),
  }
}

function reExportStructures(it: ReExportDeclaration, { path }: Context): Structure[] {
  const isTypeOnly = it.names.every(({ typeOnly }) => typeOnly)
  return [
    {
      kind: StructureKind.ExportDeclaration,
      isTypeOnly,
      moduleSpecifier: relativeSpecifier(path, it.from),
      namedExports: it.names.map(({ name, of = name, typeOnly }) => ({
        name: identifier(of).text,
        isTypeOnly: typeOnly && !isTypeOnly,
        ...(of !== name && { alias: identifier(name).text }),
      })),
    },
  ]
}

function typeParameters(
  list: readonly TypeParameter[] | undefined,
  resolve: Resolve,
): OptionalKind<TypeParameterDeclarationStructure>[] {
  return (list ?? []).map((it) => ({
    name: identifier(it.name).text,
    ...(it.constraint && { constraint: resolve(it.constraint.text) }),
    ...(it.default && { default: resolve(it.default.text) }),
  }))
}

function parameters(
  list: readonly FunctionParameter[],
  resolve: Resolve,
): OptionalKind<ParameterDeclarationStructure>[] {
  const initializer = (value: Code | undefined) => (value ? { initializer: resolve(value.text) } : {})
  return list.map((it) => ({
    name: identifier(it.name).text,
    type: resolve(it.type.text),
    hasQuestionToken: it.optional ?? false,
    ...initializer(it.default),
  }))
}

function docs(doc: Doc | undefined): OptionalKind<JSDocStructure>[] {
  const text = doc === undefined ? '' : docText(doc)
  // ts-morph puts text that begins with a line break on lines of its own.
  return text === '' ? [] : [{ description: text.includes('\n') ? `\n${text}` : text }]
}
