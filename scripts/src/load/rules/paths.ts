import { quote } from '../describe.js'
import type { Rule } from './rule.js'

const EXPRESSION = /\{([^{}]*)\}/g

/** The names between braces in a path template. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(EXPRESSION)].map(([, name]) => name ?? '')
}

/** Each key is a path and nothing more, and no two differ in the names of their parameters only (OpenAPI 3.1.1, 4.8.8). */
export const paths: Rule = (value, tokens, { findings }) => {
  const seen = new Map<string, string>()
  for (const path of Object.keys(value).filter((key) => key.startsWith('/'))) {
    const error = (message: string, hint: string): void =>
      findings.error([...tokens, path], { message, hint })
    const shape = path.replaceAll(EXPRESSION, '{}')
    const earlier = seen.get(shape)
    seen.set(shape, earlier ?? path)
    if (earlier !== undefined) {
      error(
        `${quote(path)} is the same path as ${quote(earlier)}`,
        'Join the two, or tell them apart by a fixed part.',
      )
    }
    if (/[{}]/.test(shape.replaceAll('{}', ''))) {
      error(`the braces of ${quote(path)} do not match`, 'Write a parameter as `{name}`.')
    }
    if (/[?#]/.test(shape)) {
      error(`${quote(path)} is more than a path`, 'Describe what follows `?` as parameters in `query`.')
    }
  }
}
