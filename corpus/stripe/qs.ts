import { createRequire } from 'node:module'

/** Reads the text of a form as a server would. */
export type ReadForm = (text: string) => unknown

/** `parse` of the package `qs`, as far as it is used. */
type Parse = (text: string, options: object) => unknown

/** Deeper and wider than `qs` would read by itself; it says so where that is not enough. */
const OPTIONS = { depth: 32, strictDepth: true, parameterLimit: 1e4, throwOnLimitExceeded: true }

/** `qs`, which many servers read forms with. It is a package of this folder, and so there only for whoever runs the corpus. */
export function qsReader(): ReadForm {
  const { parse } = createRequire(import.meta.url)('qs') as { readonly parse: Parse } // as it is documented
  return (text) => parse(text, OPTIONS)
}
