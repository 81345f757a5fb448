import type { Refusal } from './refusal.js'

/** Reason phrases, which are the titles of problems without a type of their own (RFC 9457, 4.2.1). */
const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
} as const

/** The default answer to a refused request: a problem details object, with the issues where there are any (RFC 9457). */
export function refusalProblem(refusal: Refusal): Response {
  const issues = refusal.kind === 'invalid' ? { issues: refusal.issues } : {}
  return problem(refusal.status, { detail: refusal.message, ...issues }, refusal.headers)
}

/** The default answer where the server failed. It says nothing of the error, which may hold secrets. */
export function errorProblem(): Response {
  return problem(500, {})
}

function problem(
  status: keyof typeof TITLES,
  members: object,
  headers: { readonly [name: string]: string } = {},
): Response {
  return new Response(JSON.stringify({ title: TITLES[status], status, ...members }), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  })
}
