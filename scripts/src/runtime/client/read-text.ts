import type { ReadBody } from './response-body.js'
import { responseText } from './response-text.js'

/** Reads a body as text in UTF-8. */
export const readText: ReadBody = responseText
