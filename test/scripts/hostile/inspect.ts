import ts from 'typescript'

/** What a generated file holds, taken from its syntax tree. */
export interface Inspection {
  /** Errors of the parser. */
  readonly errors: readonly string[]
  readonly identifiers: ReadonlySet<string>
  /** Values of string literals, names of quoted keys, and sources of regular expressions. */
  readonly data: ReadonlySet<string>
  /** What is imported or exported from elsewhere. */
  readonly specifiers: ReadonlySet<string>
  /** Kinds of the statements at the top. */
  readonly statements: ReadonlySet<ts.SyntaxKind>
}

/** Parses a generated file. */
export function inspect(content: string): Inspection {
  const file = ts.createSourceFile('generated.ts', content, ts.ScriptTarget.ESNext, true)
  const [identifiers, data, specifiers] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) identifiers.add(node.text).add(node.getText())
    if (ts.isStringLiteralLike(node)) data.add(node.text)
    if (ts.isRegularExpressionLiteral(node)) data.add(regExpSource(node.text))
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      specifiers.add(node.moduleSpecifier.getText().slice(1, -1))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  // The parser's findings are a property that the compiler's types leave out.
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] }
  return {
    errors: parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    identifiers,
    data,
    specifiers,
    statements: new Set(file.statements.map(({ kind }) => kind)),
  }
}

/** The pattern of a literal, as it was before its slashes were escaped. */
function regExpSource(literal: string): string {
  return literal.slice(1, literal.lastIndexOf('/')).replaceAll('\\/', '/')
}

/** The statements that generated modules are made of: none of them is an expression that runs by itself. */
export const declarations: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
])
