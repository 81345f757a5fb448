import ts from 'typescript'
import { Code } from './code.js'
import { escapeUnsafe } from './text.js'

/**
 * Code of syntax nodes that a library made from the document. The compiler's printer escapes literals but prints comments and
 * names as they are, so what it printed is parsed again and must be the same declarations.
 * @throws Error if it is not.
 */
export function fromNodes(nodes: readonly ts.Node[]): Code {
  const file = ts.factory.createSourceFile(
    // The nodes are statements: openapi-typescript returns declarations, but types them as nodes.
    nodes as readonly ts.Statement[],
    ts.factory.createToken(ts.SyntaxKind.EndOfFileToken),
    ts.NodeFlags.None,
  )
  const printed = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed }).printFile(file)
  // In a literal the escape means the character; in a comment it shows it.
  const text = printed.split('\n').map(escapeUnsafe).join('\n')
  const parsed = ts.createSourceFile('printed.ts', text, ts.ScriptTarget.ESNext, false)
  if (describe(parsed.statements) !== describe(file.statements)) {
    throw new Error('A name or comment of the document would have become code')
  }
  return Code.trusted(text)
}

/** Kinds and names of statements. */
function describe(statements: readonly ts.Statement[]): string {
  const names = statements.map((statement) => {
    const name =
      ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? statement.name.text : ''
    return `${statement.kind} ${name}`
  })
  return names.join('\n')
}
