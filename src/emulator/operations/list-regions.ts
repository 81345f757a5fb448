import { regionNames } from '../defaults.js'
import type { Context } from './context.js'

/** `GET /regions` */
export function listRegions({ state }: Context) {
  const regions = state.regions.map((code) => ({ code, display_name: regionNames.get(code) ?? code }))
  return { status: 200, body: { regions } } as const
}
