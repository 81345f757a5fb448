import type { Issue } from '../validation.js'
import { decodeParameter, type ParameterFormat, type ParameterLocation } from './parameter.js'
import type { ReadBody } from './incoming-body.js'
import { type FoundBody, readBody } from './read-body.js'
import { refuseInvalid } from './refusal.js'
import type { HandlerInput } from './reply.js'
import type { Route, RouteBody } from './route.js'
import { type TextSource, textSources } from './text-sources.js'

/** What is known of a request before it is read. */
export interface Matched {
  readonly route: Route
  /** The still encoded texts of the path's variables. */
  readonly pathValues: ReadonlyMap<string, string>
  /** The query string without `?`. */
  readonly query: string
}

/**
 * Reads the documented parts of a request and checks all of them.
 * @throws RefusedError if the request cannot be read, or with the issues of every part together.
 */
export async function readInput(
  request: Request,
  { route, pathValues, query }: Matched,
  maxBodyBytes: number,
): Promise<HandlerInput> {
  const { id, method, path, parameters, body: documented } = route
  const values = parameters && readParameters(parameters.formats, textSources(request, query, pathValues))
  const body = documented && (await readBody(documented.contents, request, maxBodyBytes))
  const issues = [...(parameters?.validate(values).issues ?? []), ...bodyIssues(route, body)]
  if (issues.length > 0) refuseInvalid(issues)
  return {
    ...values,
    ...(documented && bodyMembers(documented, body)),
    request,
    operation: { id, method, path },
  }
}

/** The body, and which media type it has where there are several. */
function bodyMembers({ contents }: RouteBody, body: FoundBody | undefined): object {
  const isChoice = Object.keys(contents).length > 1
  return { body: body?.value, ...(isChoice && { contentType: body?.documented }) }
}

/** An object for each location that has parameters, with those that are present. */
function readParameters(
  formats: readonly ParameterFormat[],
  sources: { readonly [K in ParameterLocation]: TextSource },
): object {
  const locations = [...new Set(formats.map((format) => format.in))].map((location) => {
    const entries = formats
      .filter((format) => format.in === location)
      .map((format) => [format.name, decodeParameter(format, sources[location])] as const)
    // `fromEntries` defines its properties, so that `__proto__` is one like any other.
    return [location, Object.fromEntries(entries.filter(([, value]) => value !== undefined))] as const
  })
  return Object.fromEntries(locations)
}

function bodyIssues({ method, path, body }: Route, read: ReadBody | undefined): readonly Issue[] {
  if (read) return read.issues
  const pathToken = path.replaceAll('~', '~0').replaceAll('/', '~1')
  const missing: Issue = {
    path: [],
    pointer: '',
    keyword: 'required',
    message: 'must have the property "body"',
    schemaPath: `#/paths/${pathToken}/${method.toLowerCase()}/requestBody/required`,
    params: { missingProperty: 'body' },
  }
  return body?.required ? [missing] : []
}
