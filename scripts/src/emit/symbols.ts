/**
 * Imported and local names stand in code as tokens until the module that they end up in is printed; only then is it known
 * which names are taken there. Escaped text never holds a token: control characters are escaped everywhere. They
 * are ASCII, so that the engine keeps code in one byte a character.
 */
import { Code } from './code.js'
import { isIdentifier, isReserved } from '../identifiers.js'
import { isPackageName } from '../package-name.js'
import { isModulePath } from './specifier.js'
import { typeKey } from './text.js'

/** An imported name. */
export interface Import {
  /** Path of a generated module from the output folder (`types/index.ts`), or the name of an npm package. */
  readonly from: string
  readonly name: string
  /** `import type`. */
  readonly typeOnly: boolean
}

const BEGIN = '\u0001'
const END = '\u0002'
const SEPARATOR = '\u0003'

/** A use of a value that another module exports; the module that the code ends up in imports it. */
export function imported(from: string, name: string): Code {
  return token({ from, name, typeOnly: false })
}

/** A use of a type that another module exports; the module that the code ends up in imports it. */
export function importedType(from: string, name: string): Code {
  return token({ from, name, typeOnly: true })
}

function token({ from, name, typeOnly }: Import): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} is no identifier`)
  if (!isModulePath(from) && !isPackageName(from))
    throw new TypeError(`${JSON.stringify(from)} is no module or package`)
  return Code.trusted(`${BEGIN}${[typeOnly ? 'type' : 'value', name, from].join(SEPARATOR)}${END}`)
}

/** A variable inside a function. It is renamed where the module has another use for its name. */
export function local(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} is no identifier`)
  return Code.trusted(`${BEGIN}${['local', name].join(SEPARATOR)}${END}`)
}

/** `name` as an entry of a destructuring pattern that binds it to the variable that `local(localName)` means. */
export function binding(name: string, localName: string): Code {
  if (!isIdentifier(localName)) throw new TypeError(`${JSON.stringify(localName)} is no identifier`)
  return Code.trusted(`${BEGIN}${['binding', localName, typeKey(name).text].join(SEPARATOR)}${END}`)
}

/** What a module imports, and under which name. */
export interface ResolvedImport extends Import {
  readonly localName: string
}

/** The names that a module takes before its imports and locals are settled. */
export interface TakenNames {
  /** At its top: imports must have other names. */
  readonly declared: ReadonlySet<string>
  /** Of parameters and of variables in the fixed text of bodies: locals must have other names. */
  readonly parameters: ReadonlySet<string>
}

/** Turns the tokens of code into final text. */
export type Resolve = (text: string) => string

/** Settles the names of a module: `resolve` turns its code into final text. */
export function resolveSymbols(
  texts: Iterable<string>,
  { declared, parameters }: TakenNames,
): { imports: readonly ResolvedImport[]; resolve: Resolve } {
  const all = [...tokensIn(texts)].map(parseToken)
  const imports = settleImports(all, declared)
  const taken = new Set([...declared, ...parameters, ...imports.map(({ localName }) => localName)])
  const locals = settleLocals(all, taken)
  const importNames = new Map(imports.map((it) => [exportKey(it), it.localName]))
  const names = new Map(all.map((it) => [it.body, finalText(it, importNames, locals)]))
  return { imports, resolve: (text) => replaceTokens(text, names) }
}

/** The body of each token. */
function tokensIn(texts: Iterable<string>): ReadonlySet<string> {
  const bodies = new Set<string>()
  for (const text of texts) {
    for (let start = text.indexOf(BEGIN); start !== -1; start = text.indexOf(BEGIN, start)) {
      const end = text.indexOf(END, start)
      bodies.add(text.slice(start + 1, end))
      start = end
    }
  }
  return bodies
}

function replaceTokens(text: string, names: ReadonlyMap<string, string>): string {
  const pieces: string[] = []
  let done = 0
  for (let start = text.indexOf(BEGIN); start !== -1; start = text.indexOf(BEGIN, done)) {
    const end = text.indexOf(END, start)
    pieces.push(text.slice(done, start), names.get(text.slice(start + 1, end))!)
    done = end + 1
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}

/** What an import takes, as a key. */
function exportKey({ from, name }: Pick<Import, 'from' | 'name'>): string {
  return `${from}#${name}`
}

function finalText(
  it: Token,
  imports: ReadonlyMap<string, string>,
  locals: ReadonlyMap<string, string>,
): string {
  const localName = locals.get(it.name)!
  if (it.kind === 'local') return localName
  if (it.kind === 'binding') return it.from === localName ? localName : `${it.from}: ${localName}`
  return imports.get(exportKey(it))!
}

interface Token {
  readonly body: string
  readonly kind: string
  readonly name: string
  /** The module of an imported name; the key that a `binding` reads. */
  readonly from: string
}

const LOCAL_KINDS: ReadonlySet<string> = new Set(['local', 'binding'])

function parseToken(body: string): Token {
  const [kind = '', name = '', from = ''] = body.split(SEPARATOR)
  return { body, kind, name, from }
}

/** One import for each name of each module: as a value if it is used as one, else as a type. */
function settleImports(tokens: readonly Token[], declared: ReadonlySet<string>): ResolvedImport[] {
  const taken = new Set(declared)
  const settled = new Map<string, ResolvedImport>()
  for (const { key, kind, name, from } of inOrder(tokens.filter((it) => !LOCAL_KINDS.has(it.kind)))) {
    const twin = settled.get(key)
    if (twin === undefined) {
      const localName = freeName(name, from, taken)
      taken.add(localName)
      settled.set(key, { from, name, localName, typeOnly: kind === 'type' })
    } else if (kind === 'value') {
      settled.set(key, { ...twin, typeOnly: false })
    }
  }
  return [...settled.values()]
}

function settleLocals(tokens: readonly Token[], taken: ReadonlySet<string>): Map<string, string> {
  const wanted = new Set(tokens.filter(({ kind }) => LOCAL_KINDS.has(kind)).map(({ name }) => name))
  const settled = new Map<string, string>()
  for (const name of wanted) {
    let candidate = name
    while (taken.has(candidate) || isReserved(candidate) || (candidate !== name && wanted.has(candidate))) {
      candidate += 'Value'
    }
    settled.set(name, candidate)
  }
  return settled
}

/** Runtime modules and packages first: they keep their names, and a schema that is called `Issue` is the one to be renamed. */
function inOrder(tokens: readonly Token[]): (Token & { readonly key: string })[] {
  const keyed = tokens.map((it) => {
    const key = exportKey(it)
    const rank = it.from.startsWith('runtime/') || !isModulePath(it.from) ? 0 : 1
    return { ...it, key, place: `${rank}${key}` }
  })
  return keyed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
}

/** `name`, or where that is taken or means something to the platform, `name` with the layer it comes from: `BlobFromTypes`. */
function freeName(name: string, from: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name) && !isReserved(name)) return name
  const layer = from.replace(/[^A-Za-z].*$/, '')
  let candidate = `${name}From${layer.charAt(0).toUpperCase()}${layer.slice(1)}`
  while (taken.has(candidate)) candidate += '_'
  return candidate
}
