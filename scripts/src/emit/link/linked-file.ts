import { posix } from 'node:path'
import ts from 'typescript'
import type { SourceFile } from '../print.js'

/** A name that a file declares at its top, or that a package exports. */
export interface ModuleExport {
  /** Path of the file, or name of the package. */
  readonly from: string
  /** The name there; `default` for the default export of a package. */
  readonly name: string
  /** Set where an import takes it for a type only. */
  readonly typeOnly?: boolean
}

/** A statement at the top of a file. */
export interface LinkedStatement {
  readonly node: ts.Statement
  /** The names that it declares. */
  readonly names: readonly string[]
  /** The names that stand in it, those of properties left out. */
  readonly uses: ReadonlySet<string>
}

/** A file as linking sees it. */
export interface LinkedFile {
  readonly path: string
  readonly source: ts.SourceFile
  /** All but the imports, in order. */
  readonly statements: readonly LinkedStatement[]
  /** What each name at the top of the file means: its own, or imported. */
  readonly symbols: ReadonlyMap<string, ModuleExport>
  /** Every name in it, those of properties left out. */
  readonly names: ReadonlySet<string>
}

/**
 * Reads a printed or shipped source file. These import by name, export what they declare, and do no more at their top.
 * @throws Error if a file does otherwise.
 */
export function linkedFile({ path, content }: SourceFile): LinkedFile {
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.ESNext, true)
  const imports = source.statements.filter(ts.isImportDeclaration)
  const statements = source.statements
    .filter((node) => !ts.isImportDeclaration(node))
    .map((node) => ({ node, names: declaredBy(node), uses: namesIn(node) }))
  const declared = statements.flatMap(({ names }) => names)
  const own = declared.map((name) => [name, { from: path, name }] as const)
  return {
    path,
    source,
    statements,
    symbols: new Map([...imports.flatMap((node) => importedBy(node, path)), ...own]),
    names: new Set(statements.flatMap(({ uses }) => [...uses])),
  }
}

/** Whether an identifier is the name of a property, and so no name of its own. */
export function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isNamedTupleMember(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node
  return (
    (ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isTypeElement(parent)) &&
    parent.name === node
  )
}

/** Visits each identifier below a node that is no name of a property. */
export function visitNames(node: ts.Node, visit: (identifier: ts.Identifier) => void): void {
  if (ts.isIdentifier(node)) {
    if (!isPropertyName(node)) visit(node)
    return
  }
  ts.forEachChild(node, (child) => visitNames(child, visit))
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  visitNames(node, ({ text }) => names.add(text))
  return names
}

function declaredBy(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => boundBy(name))
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  if (isNamed && node.name !== undefined) return [node.name.text]
  throw new Error(`${node.getSourceFile().fileName} does more than declare: ${node.getText()}`)
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((it) => (ts.isOmittedExpression(it) ? [] : boundBy(it.name)))
}

function importedBy(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  path: string,
): [string, ModuleExport][] {
  if (importClause === undefined || !ts.isStringLiteral(moduleSpecifier)) return []
  const { text } = moduleSpecifier
  const from = text.startsWith('.') ? posix.join(posix.dirname(path), text).replace(/\.js$/, '.ts') : text
  const { name, namedBindings, isTypeOnly } = importClause
  if (namedBindings !== undefined && !ts.isNamedImports(namedBindings)) {
    throw new Error(`${path} imports ${from} as a namespace`)
  }
  const named = namedBindings?.elements.map((it): [string, ModuleExport] => [
    it.name.text,
    { from, name: it.propertyName?.text ?? it.name.text, typeOnly: isTypeOnly || it.isTypeOnly },
  ])
  const whole: [string, ModuleExport][] =
    name === undefined ? [] : [[name.text, { from, name: 'default', typeOnly: isTypeOnly }]]
  return [...whole, ...(named ?? [])]
}
