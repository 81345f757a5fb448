import type { DocumentOperation } from './operations.js'

/** Finds the operation that a request is for. */
export type Router = (method: string, path: string) => DocumentOperation | undefined

/** Matches paths against templates; a concrete path before one with expressions (OpenAPI 3.0.3, 4.7.8.2). */
export function routerOf(operations: readonly DocumentOperation[]): Router {
  const routes = operations.map((operation) => ({
    operation,
    expression: expressionOf(operation.path),
    concreteness: concretenessOf(operation.path),
  }))
  routes.sort((a, b) => (a.concreteness < b.concreteness ? -1 : a.concreteness > b.concreteness ? 1 : 0))
  return (method, path) =>
    routes.find(
      ({ operation, expression }) => operation.method === method.toLowerCase() && expression.test(path),
    )?.operation
}

/** What a path has in place of each expression of a template, decoded. */
export function pathValues(template: string, path: string): Map<string, string> | undefined {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name)
  const texts = expressionOf(template).exec(path)?.slice(1)
  return texts && new Map(texts.map((text, index) => [names[index] ?? '', decodeURIComponent(text)]))
}

function expressionOf(template: string): RegExp {
  const parts = template
    .split(/\{[^{}]+\}/)
    .map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('([^/]+)')}$`, 'u')
}

/** Sorts a segment that is concrete before one that is not, the first ones first. */
function concretenessOf(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.includes('{') ? '1' : '0'))
    .join('')
}
