/**
 * A regular expression that matches what a pattern of Python's `fnmatch` does, on POSIX: `*` any text, slashes included, `?` one
 * character, `[a-z]` one of a set, `[!a-z]` one that is not in it. Letter case counts, and there is nothing to escape with.
 */
export function fnmatch(pattern: string): RegExp {
  const characters = [...pattern]
  let source = ''
  for (let at = 0; at < characters.length;) {
    const character = characters[at]! // It is before the end.
    const end = character === '[' ? endOfSet(characters, at) : undefined
    if (end !== undefined) source += setSource(characters.slice(at + 1, end))
    // Stars in a row mean no more than one, and cost time that grows with a power of their number.
    else if (character !== '*') source += character === '?' ? '.' : escaped(character)
    else if (characters[at - 1] !== '*') source += '.*'
    at = (end ?? at) + 1
  }
  return new RegExp(`^${source}$`, 'su')
}

/** Where the `]` of a set is: not the first of its characters. A bracket without one stands for itself. */
function endOfSet(characters: readonly string[], start: number): number | undefined {
  const first = characters[start + 1] === '!' ? start + 2 : start + 1
  const end = characters.indexOf(']', first + 1)
  return end === -1 ? undefined : end
}

function setSource(set: readonly string[]): string {
  const isNegated = set[0] === '!'
  const members = isNegated ? set.slice(1) : set
  let source = ''
  for (let at = 0; at < members.length;) {
    const [low, hyphen, high] = members.slice(at, at + 3)
    const isRange = hyphen === '-' && high !== undefined
    // A range that ends before it begins has no members.
    if (!isRange)
      source += escaped(low!) // It is before the end.
    else if (low!.codePointAt(0)! <= high.codePointAt(0)!) source += `${escaped(low!)}-${escaped(high)}` // So is this.
    at += isRange ? 3 : 1
  }
  return isNegated ? `[^${source}]` : `[${source}]`
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}` // A character has a code.
}
