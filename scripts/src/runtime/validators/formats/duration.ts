const DURATION =
  /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/i

/** Whether `text` is a `duration` of RFC 3339, appendix A: units in order, none left out between two, no fractions. */
export function isDuration(text: string): boolean {
  return DURATION.test(text)
}
