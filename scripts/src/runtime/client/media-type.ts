/** Whether a media type is, or lies in the range of, another (RFC 9110, 8.3.1 and 12.5.1); parameters do not count. */
export function matches(mediaType: string, range: string): boolean {
  const [type, wanted] = [essence(mediaType), essence(range)]
  if (!wanted.includes('*')) return type === wanted
  const [start = '', end = ''] = wanted === '*/*' ? [] : wanted.split('*', 2)
  return type.startsWith(start) && type.endsWith(end)
}

/** A media type that can be sent: a range stands for any that it takes in. */
export function concreteType(mediaType: string | undefined, otherwise: string): string {
  return mediaType === undefined || mediaType.includes('*') ? otherwise : mediaType
}

/** A media type without parameters (WHATWG MIME Sniffing, 3.3). */
function essence(mediaType: string): string {
  return mediaType.split(';', 1)[0]!.trim().toLowerCase()
}
