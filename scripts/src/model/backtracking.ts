/** Regular expressions that can keep an engine busy for years: those for which some texts take twice as long with each character more. */
import { createRequire } from 'node:module'
import { inTime } from '../in-time.js'
import type { Pattern } from './types.js'

const require = createRequire(import.meta.url)

/** Milliseconds for an analysis, which for expressions inside one another takes long itself; the corpus of real ones needs 20. */
const TIME = 500

/**
 * What of an expression makes it take exponential time; undefined where nothing was found. What is found is true, but not all is found,
 * such as alternatives that are the same.
 */
export function exponentialPart({ source, flags }: Pattern): string | undefined {
  // Without a quantifier inside of a group that has one there is nothing to find.
  if (!/\)[*+{]/.test(source)) return undefined
  // Loaded only here, as it takes as long as the whole of a small document.
  const { analyse } = require('scslre') as typeof import('scslre')
  const task = () => analyse({ source, flags }, { reportTypes: { Move: false, Trade: false } }).reports
  const reports = unlessLong(task)
  const found = reports?.find(({ exponential }) => exponential)
  return found && ('quant' in found ? found.quant.raw : source)
}

/** What a task gives, or undefined if that takes too long. */
function unlessLong<T>(task: () => T): T | undefined {
  try {
    return inTime(task, TIME)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw error
  }
}
