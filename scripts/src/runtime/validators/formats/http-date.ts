const HTTP_DAY = '(?:0[1-9]|[12]\\d|3[01])'
const HTTP_MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const HTTP_TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)'
const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const LONG_DAY_NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

const IMF_FIXDATE = `${DAY_NAME}, ${HTTP_DAY} ${HTTP_MONTH} \\d{4} ${HTTP_TIME} GMT`
const RFC850_DATE = `${LONG_DAY_NAME}, ${HTTP_DAY}-${HTTP_MONTH}-\\d\\d ${HTTP_TIME} GMT`
const ASCTIME_DATE = `${DAY_NAME} ${HTTP_MONTH} (?:${HTTP_DAY}| [1-9]) ${HTTP_TIME} \\d{4}`

const HTTP_DATE = /* @__PURE__ */ new RegExp(`^(?:${IMF_FIXDATE}|${RFC850_DATE}|${ASCTIME_DATE})$`)

/** Whether `text` is an `HTTP-date`, in one of its three forms (RFC 9110, 5.6.7). */
export function isHttpDate(text: string): boolean {
  return HTTP_DATE.test(text)
}
