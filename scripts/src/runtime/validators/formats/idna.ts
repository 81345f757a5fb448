/** Internationalized domain names: IDNA2008, RFC 5890 to 5893. */
import { obeysBidiRule } from './bidi-rule.js'
import { hasItsContexts } from './context-rules.js'
import { codePointsOf, decodePunycode, encodePunycode } from './punycode.js'

const LONGEST_LABEL = 63
const LONGEST_NAME = 253
const A_LABEL_PREFIX = 'xn--'
const ASCII_LABEL = /^[\0-\x7F]*$/
const NR_LDH_LABEL = /^(?!..--)[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/
const MISPLACED_IN_U_LABEL = /^-|^..--|-$|^\p{M}/u

/** The classes of RFC 5892, 2 that make a character DISALLOWED, unless it is among the exceptions of 2.6. */
const DISALLOWED =
  '\\p{Changes_When_NFKC_Casefolded}\\p{Default_Ignorable_Code_Point}\\u0640\\u07FA\\u302E\\u302F\\u3031-\\u3035\\u303B' +
  '\\u20D0-\\u20FF\\u{1D100}-\\u{1D24F}\\u1100-\\u11FF\\uA960-\\uA97C\\uD7B0-\\uD7FB'

/** The characters that RFC 5892 names one by one: exceptions that are valid or need a context, and joiners. */
const NAMED =
  '\\xDF\\u03C2\\u06FD\\u06FE\\u0F0B\\u3007\\xB7\\u0375\\u05F3\\u05F4\\u30FB\\u0660-\\u0669\\u06F0-\\u06F9\\u200C\\u200D'

/** A label of characters that are PVALID, CONTEXTJ or CONTEXTO (RFC 5892, 3). */
const PROTOCOL_VALID = /* @__PURE__ */ new RegExp(
  `^(?:[\\-${NAMED}]|(?![${DISALLOWED}])[\\p{Ll}\\p{Lu}\\p{Lo}\\p{Nd}\\p{Lm}\\p{Mn}\\p{Mc}])+$`,
  'u',
)

/** A label as characters, and the octets of its form in US-ASCII. */
interface DomainLabel {
  readonly characters: readonly string[]
  readonly octets: number
}

/** Whether each of `labels` is an A-label, a U-label or an NR-LDH label, and all make a name (RFC 5890, 2.3.2.3). */
export function isInternationalizedName(labels: readonly string[]): boolean {
  const read = labels.map(readDomainLabel).filter((it) => it !== undefined)
  const octets = read.reduce((sum, it) => sum + it.octets + 1, -1)
  return (
    read.length === labels.length && octets <= LONGEST_NAME && obeysBidiRule(read.map((it) => it.characters))
  )
}

/** Reads a label, or gives undefined if it is none. */
function readDomainLabel(label: string): DomainLabel | undefined {
  if (!ASCII_LABEL.test(label)) return readULabel(label)
  if (label.length > LONGEST_LABEL) return undefined
  const lowerCase = label.toLowerCase()
  if (lowerCase.startsWith(A_LABEL_PREFIX)) return readALabel(lowerCase)
  return NR_LDH_LABEL.test(label) ? { characters: [...label], octets: label.length } : undefined
}

/** An A-label is the Punycode of a U-label, and of no other text (RFC 5890, 2.3.2.1). */
function readALabel(label: string): DomainLabel | undefined {
  const codePoints = decodePunycode(label.slice(A_LABEL_PREFIX.length))
  if (codePoints === undefined) return undefined
  const text = String.fromCodePoint(...codePoints)
  const read = ASCII_LABEL.test(text) ? undefined : readULabel(text)
  return A_LABEL_PREFIX + encodePunycode(codePoints) === label ? read : undefined
}

/** A U-label is in NFC, has only characters that may stand where they do, and an A-label (RFC 5891, 4.2). */
function readULabel(text: string): DomainLabel | undefined {
  const characters = [...text]
  // A longer one has no A-label: each character beyond US-ASCII takes a digit of Punycode or more.
  if (characters.length > LONGEST_LABEL || text.normalize('NFC') !== text) return undefined
  if (MISPLACED_IN_U_LABEL.test(text) || !PROTOCOL_VALID.test(text) || !hasItsContexts(characters))
    return undefined
  const octets = A_LABEL_PREFIX.length + encodePunycode(codePointsOf(text)).length
  return octets <= LONGEST_LABEL ? { characters, octets } : undefined
}
