import type { Invalid } from './invalid-error.js'

/** What is wrong with a query in the form of the validator that the service uses for lists of sessions. */
export function validatorReport({ issues }: Invalid, request: Request): object {
  const { searchParams } = new URL(request.url)
  return {
    issues: issues.map(({ path, keyword, message, params }) => {
      const place = path.slice(1)
      const received = searchParams.get(String(place[0]))
      const options: unknown = params?.['allowedValues']
      if (keyword !== 'enum' || !Array.isArray(options)) return { code: 'custom', path: place, message }
      const expected = options.map((option) => `'${option}'`).join(' | ')
      return {
        received,
        code: 'invalid_enum_value',
        options,
        path: place,
        message: `Invalid enum value. Expected ${expected}, received '${received}'`,
      }
    }),
    name: 'ZodError',
  }
}
