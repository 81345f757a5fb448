/** The methods that a path item may hold (OpenAPI 3.1.1, 4.8.9.1). */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** Whether requests of a method have no body that means anything (RFC 9110, 9.3.1 and 9.3.2), and fetch refuses to send one. */
export function isBodiless(method: string | undefined): boolean {
  return method === 'get' || method === 'head'
}
