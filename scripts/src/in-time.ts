import { createContext, Script } from 'node:vm'

const context: { task?: () => unknown } = createContext({})
const script = new Script('task()')

/**
 * Does work that is interrupted if it takes too long, be that inside of a regular expression.
 * @param milliseconds how long it may take.
 * @throws Error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT` if it took longer.
 */
export function inTime<T>(task: () => T, milliseconds: number): T {
  context.task = task
  return script.runInContext(context, { timeout: milliseconds }) as T // what `task` returns
}
