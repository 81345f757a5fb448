/** How the value of a parameter is written, as far as that is not by default (OpenAPI 3.1, 4.8.12.2). */
export interface ParameterStyle {
  /** By default `simple` in the path and in headers, `form` in the query and in cookies. */
  readonly style?: StyleName
  /**
   * Whether items and members are written apart from one another. By default only items in the style `form` are; members are not to be
   * taken for parameters unless it is said.
   */
  readonly explode?: boolean
  /** Whether characters that URLs reserve are left as they are, and percent-escapes too. */
  readonly allowReserved?: boolean
  /** Whether the value is written as JSON text, in no style. */
  readonly isJson?: boolean
}

/** The styles (OpenAPI 3.1, 4.8.12.3). */
export type StyleName =
  'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'

/** Styles of parameters by name. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>

/** The style of a parameter; empty where it is the default one. */
export function styleOf(styles: ParameterStyles, name: string): ParameterStyle {
  return (Object.hasOwn(styles, name) ? styles[name] : undefined) ?? {}
}
