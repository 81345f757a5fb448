const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[ !#-[\]-\uFFFF]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/y

type Expected =
  | 'a value'
  | 'a value or `]`'
  | 'a quoted key'
  | 'a quoted key or `}`'
  | '`:`'
  | '`,` or `}`'
  | '`,` or `]`'
  | 'the end'

/**
 * Where a text stops being JSON (RFC 8259), and what is expected there; nothing if the text is JSON. YAML accepts most of what is
 * wrong with it (`{"a": 1 "b": 2}` is a mapping of one key), so a `.json` file is held to its own grammar.
 */
export function jsonSyntaxError(text: string): { offset: number; expected: string } | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'a value'
  let offset = 0
  for (;;) {
    TOKEN.lastIndex = offset
    const match = TOKEN.exec(text)
    const next: Expected | undefined = match ? follow(expected, match, open) : undefined
    if (next === undefined) break
    expected = next
    offset = TOKEN.lastIndex
  }
  offset += /^[ \t\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0
  return expected === 'the end' && offset === text.length ? undefined : { offset, expected }
}

/** What is expected after a token, or nothing if the token is not what is expected. */
function follow(expected: Expected, match: RegExpExecArray, open: ('{' | '[')[]): Expected | undefined {
  const [, mark, string] = match
  if (mark === '{' || mark === '[') {
    if (!expected.startsWith('a value')) return undefined
    open.push(mark)
    return mark === '{' ? 'a quoted key or `}`' : 'a value or `]`'
  }
  if (mark === '}' || mark === ']') {
    if (!expected.endsWith(`\`${mark}\``)) return undefined
    open.pop()
    return afterValue(open)
  }
  if (mark === ',') {
    if (!expected.startsWith('`,`')) return undefined
    return open.at(-1) === '{' ? 'a quoted key' : 'a value'
  }
  if (mark === ':') return expected === '`:`' ? 'a value' : undefined
  if (expected.startsWith('a quoted key')) return string === undefined ? undefined : '`:`'
  return expected.startsWith('a value') ? afterValue(open) : undefined
}

function afterValue(open: readonly ('{' | '[')[]): Expected {
  const container = open.at(-1)
  if (container === undefined) return 'the end'
  return container === '{' ? '`,` or `}`' : '`,` or `]`'
}
