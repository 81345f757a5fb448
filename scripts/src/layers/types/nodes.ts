import ts from 'typescript'
import type { KeyCodec } from './key-codec.js'

/** The statements of openapi-typescript with the names of the document decoded and their comments laid out as prose. */
export function finishNodes(nodes: readonly ts.Node[], codec: KeyCodec): readonly ts.Node[] {
  const { transformed } = ts.transform(nodes.map(safeHelper), [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        const visited = decodeName(ts.visitEachChild(node, visit, context), codec)
        const comments = ts.getSyntheticLeadingComments(node)
        if (comments !== undefined) {
          ts.setSyntheticLeadingComments(
            visited,
            comments.map((comment) => ({ ...comment, text: unindent(comment.text) })),
          )
        }
        return visited
      }
      return visit(root)
    },
  ])
  return transformed
}

/**
 * `WithRequired` of openapi-typescript does not compile for what may be no object, such as null. This one leaves that as it is.
 */
const WITH_REQUIRED =
  'type WithRequired<T, K extends PropertyKey> = T extends object ? T & Required<Pick<T, K & keyof T>> : T'

function safeHelper(node: ts.Node): ts.Node {
  if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'WithRequired') return node
  return ts.createSourceFile('helper.ts', WITH_REQUIRED, ts.ScriptTarget.ESNext).statements[0] ?? node
}

function decodeName(node: ts.Node, codec: KeyCodec): ts.Node {
  if (!ts.isStringLiteral(node) && !ts.isIdentifier(node)) return node
  // openapi-typescript prints literals as identifiers whose text has quotes already.
  const text = ts.isIdentifier(node) ? node.text.replaceAll(/^"|"$/g, '') : node.text
  const name = codec.decode(text)
  return name === undefined ? node : ts.factory.createStringLiteral(name)
}

/**
 * openapi-typescript indents the lines after the first of a text of the document by so much that Markdown takes them for code.
 * Without that, a line could start a tag of its own.
 */
function unindent(comment: string): string {
  return comment
    .replaceAll(/\n \* {5}(\s*)@/g, '\n * $1\\@')
    .replaceAll('\n *     ', '\n * ')
    .split('\n')
    .map((line, index, lines) => (index < lines.length - 1 ? line.trimEnd() : line))
    .join('\n')
}
