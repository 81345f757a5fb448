import { FULL_DATE, PARTIAL_TIME } from './date-time.js'

const LOCAL_TIME = /* @__PURE__ */ new RegExp(`^${PARTIAL_TIME}$`)
const LOCAL_DATE_TIME = /* @__PURE__ */ new RegExp(`^${FULL_DATE}[Tt]${PARTIAL_TIME}$`)

/** Whether `text` is a `time-local` of the OpenAPI format registry: `partial-time` of RFC 3339, 5.6. */
export function isLocalTime(text: string): boolean {
  return LOCAL_TIME.test(text)
}

/** Whether `text` is a `date-time-local` of the OpenAPI format registry: `date-time` of RFC 3339, 5.6, without an offset. */
export function isLocalDateTime(text: string): boolean {
  return LOCAL_DATE_TIME.test(text)
}
