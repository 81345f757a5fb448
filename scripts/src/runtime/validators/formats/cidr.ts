import { isIpv4, isIpv6 } from './ip.js'

const IPV4_PREFIX_LENGTH = /^(?:3[0-2]|[12]?\d)$/
const IPV6_PREFIX_LENGTH = /^(?:12[0-8]|1[01]\d|[1-9]?\d)$/

/** Whether `text` is an IPv4 address with a prefix length (RFC 4632, 3.1). */
export function isIpv4Cidr(text: string): boolean {
  const slash = text.indexOf('/')
  return slash > 0 && IPV4_PREFIX_LENGTH.test(text.slice(slash + 1)) && isIpv4(text.slice(0, slash))
}

/** Whether `text` is an IPv6 address with a prefix length (RFC 4291, 2.3). */
export function isIpv6Cidr(text: string): boolean {
  const slash = text.indexOf('/')
  return slash > 0 && IPV6_PREFIX_LENGTH.test(text.slice(slash + 1)) && isIpv6(text.slice(0, slash))
}
