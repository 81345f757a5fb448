import ts from 'typescript'
import { visitNames } from './linked-file.js'

/** The text of a statement, with what stands before it, its names replaced, and with or without `export`. */
export function statementText(
  node: ts.Statement,
  renamed: ReadonlyMap<string, string>,
  isExported: boolean,
): string {
  const { text } = node.getSourceFile()
  const pieces: string[] = []
  let end = node.getFullStart()
  const replace = (start: number, until: number, replacement: string): void => {
    pieces.push(text.slice(end, start), replacement)
    end = until
  }
  const keyword = exportKeyword(node)
  if (keyword !== undefined && !isExported) replace(keyword.getStart(), keyword.getEnd() + 1, '')
  visitNames(node, (identifier) => {
    const name = renamed.get(identifier.text)
    if (name === undefined || name === identifier.text) return
    const key = isShorthand(identifier) ? `${identifier.text}: ` : ''
    replace(identifier.getStart(), identifier.getEnd(), `${key}${name}`)
  })
  return pieces.join('') + text.slice(end, node.getEnd())
}

function exportKeyword(node: ts.Statement): ts.Modifier | undefined {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

/** Whether an identifier is a name and the key of a property at once, as in `{ name }`. */
function isShorthand({ parent }: ts.Identifier): boolean {
  if (ts.isShorthandPropertyAssignment(parent)) return true
  return (
    ts.isBindingElement(parent) &&
    parent.propertyName === undefined &&
    parent.dotDotDotToken === undefined &&
    ts.isObjectBindingPattern(parent.parent)
  )
}
