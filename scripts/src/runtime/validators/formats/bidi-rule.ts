/** Blocks whose characters in labels are right-to-left, but for marks and some digits. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Bidi_Class of the characters that labels can have, which regular expressions do not know; the first one counts. `R` is short
 * for `R` and `AL`, `A` for `AN`, `E` for `EN`, `N` for `NSM`, `O` for all others but `L`.
 */
const bidiClasses: readonly (readonly [name: string, members: RegExp])[] = [
  ['E', /[0-9\u06F0-\u06F9]/],
  ['A', /[\u0660-\u0669\u{10D30}-\u{10D39}\u{10D40}-\u{10D49}]/u],
  ['N', /(?![\u0CBF\u0CC6\u{11A07}\u{11A08}\u{11C3F}])\p{Mn}/u],
  ['R', RIGHT_TO_LEFT],
  ['O', /[-\u00B7\u02B9\u02BA\u02C6-\u02CF\u02EC\u0375\u200C-\u200D\u2E2F\u30FB\uA67F\uA717-\uA71F\uA788]/],
]

/** Conditions 1, 2, 3, 5 and 6 of the Bidi rule. */
const IN_ORDER = /^(?:R(?:[RAEON]*[RAE])?N*|L(?:[LEON]*[LE])?N*)$/

/** Whether the labels of a domain name, in Unicode, obey the Bidi rule if any of them is right-to-left (RFC 5893, 1.4 and 2). */
export function obeysBidiRule(labels: readonly (readonly string[])[]): boolean {
  if (!labels.some((label) => RIGHT_TO_LEFT.test(label.join('')))) return true
  const classes = labels.map((label) => label.map(bidiClassOf).join(''))
  return !classes.some((it) => /[RA]/.test(it)) || classes.every(isInOrder)
}

/** Conditions 1 to 6; the fourth needs no look at left-to-right labels, which have no `A`. */
function isInOrder(classes: string): boolean {
  return IN_ORDER.test(classes) && !(classes.includes('E') && classes.includes('A'))
}

function bidiClassOf(character: string): string {
  return bidiClasses.find(([, members]) => members.test(character))?.[0] ?? 'L'
}
