import { PUBLIC_PATH } from '../api-path.js'

const PROXIED = new RegExp(`^(${PUBLIC_PATH}/[^/]+/sessions/[^/]+/)(.+)$`, 's')

/**
 * The path of a request as the OpenAPI document has it. There the path at the bot is a single variable, so that all of it is
 * percent-encoded, its slashes and its own escapes too; other paths stay as they are.
 */
export function documentedPath(pathname: string): string {
  return pathname.replace(PROXIED, (_, before: string, path: string) => before + encodeURIComponent(path))
}

/** Whether a path leads to a session. */
export function isProxied(pathname: string): boolean {
  return PROXIED.test(pathname)
}
