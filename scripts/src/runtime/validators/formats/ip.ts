const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = /* @__PURE__ */ new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)

const HEXTET = '[\\dA-Fa-f]{1,4}'
const HEXTETS = `(?:${HEXTET}(?::${HEXTET})*)?`

/** `::` stands for one group or more: with seven others it is first or last, or there would be eight colons. */
const IPV6 = /* @__PURE__ */ new RegExp(
  `^(?:(?:${HEXTET}:){7}(?:${HEXTET}|:)|::(?:${HEXTET}:){6}${HEXTET}|(?!(?:[^:]*:){8})${HEXTETS}::${HEXTETS})$`,
)
const LONGEST_IPV6 = 'ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255'.length

/** Whether `text` is four decimal octets without leading zeros (RFC 2673, 3.2, as RFC 3986, 3.2.2 narrows it). */
export function isIpv4(text: string): boolean {
  return IPV4.test(text)
}

/** Whether `text` is an IPv6 address (RFC 4291, 2.2), without a zone and without a prefix length. */
export function isIpv6(text: string): boolean {
  if (text.length > LONGEST_IPV6) return false
  return text.includes('.') ? isMixedIpv6(text) : IPV6.test(text)
}

/** Whether `text` is an IPv6 address of which IPv4 notation stands for the last two groups. */
function isMixedIpv6(text: string): boolean {
  const start = text.lastIndexOf(':') + 1
  return IPV4.test(text.slice(start)) && IPV6.test(`${text.slice(0, start)}0:0`)
}
