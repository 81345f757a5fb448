/**
 * Texts that try to become code. `pwned` is a trap: nothing but such a text can make it an identifier of the output, and
 * whoever calls it is found out.
 */
export const payloads: Readonly<Record<string, string>> = {
  'single quote': "'; globalThis.pwned(); //",
  'double quote': '"; globalThis.pwned(); //',
  backtick: '`; globalThis.pwned(); //',
  interpolation: '${globalThis.pwned()}',
  'end of comment': '*/ globalThis.pwned(); /*',
  'line feed': 'x\nglobalThis.pwned()\n//',
  'carriage return': 'x\rglobalThis.pwned()\r//',
  'line separator': 'x\u2028globalThis.pwned()\u2029//',
  backslash: "\\'; globalThis.pwned(); //\\",
  'bare expression': 'globalThis.pwned()',
  'computed key': "x']: globalThis.pwned(), ['y",
  'type literal': "x' | never; globalThis.pwned(); type Y = 'y",
  'end of script': '</script><script>globalThis.pwned()</script>',
  prototype: '__proto__',
  constructor: 'constructor',
  'bidirectional override': '\u202Eglobal\u2066This.pwned()\u2069',
  'tokens of the emitter': '\u0001value\u0003pwned\u0003node:fs\u0002\u0000',
}
