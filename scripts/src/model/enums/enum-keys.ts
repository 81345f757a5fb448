import { shortHashes } from '../hash.js'
import { pascalCase, spelledOut } from '../names.js'

type Value = string | number

/**
 * A key for each value of an enum, which are distinct. It is the value in PascalCase, as every name is; of values for which that
 * is the same, with their signs spelled out: `Name` and `MinusName` for `name` and `-name`. Where that is the same, too, a word is
 * its own key, as `Name` and `name`, and anything else gets a hash behind it. So what a value is called depends on nothing but
 * those that clash with it.
 */
export function enumKeys(values: readonly Value[]): readonly string[] {
  const plain = values.map((value) => pascalCase(String(value)))
  const isPlain = unrepeated(plain)
  const names = values.map((value, index) => (isPlain(index) ? plain[index]! : spelledOut(String(value))))
  const isUnique = unrepeated(names)
  const isSettled = (index: number) => isPlain(index) || isUnique(index)
  const clashing = new Map<string, string[]>()
  for (const [index, name] of names.entries()) {
    if (!isSettled(index)) clashing.set(name, [...(clashing.get(name) ?? []), text(values[index]!)])
  }
  const hashes = new Map([...clashing].map(([name, texts]) => [name, shortHashes(texts)]))
  return names.map((name, index) => {
    const value = values[index]!
    if (isSettled(index)) return name
    return isWord(value) ? value : `${name}_${hashes.get(name)!.get(text(value))!}`
  })
}

/** Whether a value cannot be what another one is called: names in PascalCase have other letters, and those with a hash a `_`. */
function isWord(value: Value): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z\d]*$/.test(value)
}

/** Tells a number from the string that looks like it. */
function text(value: Value): string {
  return JSON.stringify(value)
}

/** Tells of an index whether the name there is at no other. */
function unrepeated(names: readonly string[]): (index: number) => boolean {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return (index) => counts.get(names[index]!) === 1
}
