/** Where characters may stand that IDNA2008 allows in some contexts only (RFC 5892, appendix A). */
import { JOINS_NEXT, JOINS_PREVIOUS, TRANSPARENT, VIRAMA } from './joining-properties.js'

/** Whether the character at `index` of `label`, one of its characters each, may stand there. */
type ContextRule = (label: readonly string[], index: number) => boolean

const ENDS_WITH_VIRAMA = /* @__PURE__ */ new RegExp(`[${VIRAMA}]$`, 'u')
const ENDS_JOINING = /* @__PURE__ */ new RegExp(`[${JOINS_NEXT}][${TRANSPARENT}]*$`, 'u')
const STARTS_JOINING = /* @__PURE__ */ new RegExp(`^[${TRANSPARENT}]*[${JOINS_PREVIOUS}]`, 'u')
const GREEK = /\p{Script=Greek}/u
const HEBREW = /\p{Script=Hebrew}/u
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const ARABIC_INDIC_DIGIT = /[\u0660-\u0669]/
const EXTENDED_ARABIC_INDIC_DIGIT = /[\u06F0-\u06F9]/

const contextRules: ReadonlyMap<string, ContextRule> = /* @__PURE__ */ new Map<string, ContextRule>([
  ['\u200C', (label, index) => followsVirama(label, index) || isBetweenJoining(label, index)],
  ['\u200D', followsVirama],
  ['\u00B7', (label, index) => label[index - 1] === 'l' && label[index + 1] === 'l'],
  ['\u0375', (label, index) => GREEK.test(label[index + 1] ?? '')],
  ['\u05F3', followsHebrew],
  ['\u05F4', followsHebrew],
  ['\u30FB', (label) => JAPANESE.test(label.join(''))],
])

/** Whether each character of `label` that needs a context has it. */
export function hasItsContexts(label: readonly string[]): boolean {
  const text = label.join('')
  if (ARABIC_INDIC_DIGIT.test(text) && EXTENDED_ARABIC_INDIC_DIGIT.test(text)) return false
  return label.every((character, index) => contextRules.get(character)?.(label, index) ?? true)
}

function followsVirama(label: readonly string[], index: number): boolean {
  return ENDS_WITH_VIRAMA.test(label[index - 1] ?? '')
}

function followsHebrew(label: readonly string[], index: number): boolean {
  return HEBREW.test(label[index - 1] ?? '')
}

function isBetweenJoining(label: readonly string[], index: number): boolean {
  return (
    ENDS_JOINING.test(label.slice(0, index).join('')) && STARTS_JOINING.test(label.slice(index + 1).join(''))
  )
}
