/** A variable in the URL of a server (OpenAPI 3.1, 4.8.6). */
export interface ServerVariable {
  readonly default: string
  /** The only values that it can have. */
  readonly enum?: readonly string[]
}

const EXPRESSION = /\{([^{}]*)\}/g

/**
 * Fills the variables in the URL of a server; what has no value gets its default.
 * @throws TypeError if there is no variable of a name, or a value is none that it can have.
 */
export function fillServerUrl(
  url: string,
  variables: Readonly<Record<string, ServerVariable>>,
  values: Readonly<Record<string, string | undefined>> = {},
): string {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(variables, name))
  if (unknown !== undefined)
    throw new TypeError(`The server has no variable ${JSON.stringify(unknown)}: ${url}`)
  return url.replaceAll(EXPRESSION, (_, name: string, offset: number) => {
    const variable = variables[name]!
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return variable.default
    checkValue(name, variable, value, isAuthority(url.slice(0, offset)))
    return value
  })
}

/** Whether what follows is of the host: free text must not lead to another one, where credentials would go too. */
function isAuthority(before: string): boolean {
  return /^(?:[^/]*:)?\/\/[^/]*$/.test(before)
}

function checkValue(name: string, { enum: values }: ServerVariable, value: string, isInHost: boolean): void {
  const found = JSON.stringify(value)
  if (values !== undefined && !values.includes(value)) {
    const allowed = values.map((it) => JSON.stringify(it)).join(', ')
    throw new TypeError(`The server variable "${name}" must be one of ${allowed}, but is ${found}`)
  }
  if (values === undefined && (isInHost ? /[\s/\\?#@{}]/ : /[\s\\?#{}]/).test(value)) {
    throw new TypeError(`The server variable "${name}" must stay in its place of the URL, but is ${found}`)
  }
}
