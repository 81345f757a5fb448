const MEDIA_TOKEN = "[\\w!#$%&'*+.^`|~\\-]+"
const QUOTED_TEXT = '[\\t !#-\\[\\]-~\\x80-\\xFF]*'
const QUOTED_STRING = `"${QUOTED_TEXT}(?:\\\\[\\t -~\\x80-\\xFF]${QUOTED_TEXT})*"`

/** Parameters can be empty, so that what stands between two is any mix of white space and at least one semicolon. */
const SEPARATOR = '[ \\t]*;[ \\t;]*'
const MEDIA_RANGE = /* @__PURE__ */ new RegExp(
  `^${MEDIA_TOKEN}\\/${MEDIA_TOKEN}(?:${SEPARATOR}${MEDIA_TOKEN}=(?:${MEDIA_TOKEN}|${QUOTED_STRING}))*(?:${SEPARATOR})?$`,
)

/** Whether `text` is a `media-range` (RFC 9110, 12.5.1); `*` is a token as well. */
export function isMediaRange(text: string): boolean {
  return MEDIA_RANGE.test(text)
}
