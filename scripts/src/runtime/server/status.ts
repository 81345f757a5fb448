type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type ToNumber<Text extends string> = Text extends `${infer Value extends number}` ? Value : never

/** The statuses of `2XX` (RFC 9110, 15.3). */
export type SuccessStatus = ToNumber<`2${Digit}${Digit}`>

/** The statuses of `3XX` (RFC 9110, 15.4). */
export type RedirectionStatus = ToNumber<`3${Digit}${Digit}`>

/** The statuses of `4XX` (RFC 9110, 15.5). */
export type ClientErrorStatus = ToNumber<`4${Digit}${Digit}`>

/** The statuses of `5XX` (RFC 9110, 15.6). */
export type ServerErrorStatus = ToNumber<`5${Digit}${Digit}`>

/** Every status that a `Response` can have. */
export type FinalStatus = SuccessStatus | RedirectionStatus | ClientErrorStatus | ServerErrorStatus

/** The statuses whose responses have no content (Fetch, 2.2.3). */
export type NullBodyStatus = 204 | 205 | 304
