/** The name of a package, and of what in it one can import (Node, `exports`), of characters that need no escapes in a string. */
const PACKAGE = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?:\/[\w-][\w.-]*)*$/i

/** Whether `text` names a package to import from. What ends as a module of the output does names that. */
export function isPackageName(text: string): boolean {
  return PACKAGE.test(text) && !text.endsWith('.ts')
}
