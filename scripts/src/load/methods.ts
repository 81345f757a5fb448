/** The methods that a path item may hold (OpenAPI 3.1.1, 4.8.9.1). */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
