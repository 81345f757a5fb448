import type { Operation } from '../../model/types.js'

/** Method and path of an operation as comments name them, and what its server puts before the path. */
export function requestText({ method, path, prefix }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\`${prefix === '' ? '' : ` below \`${prefix}\``}`
}
