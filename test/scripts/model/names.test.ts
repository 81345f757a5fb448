import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIdentifier, isReserved } from '../../../scripts/src/identifiers.js'
import { camelCase, fileName, kebabCase, pascalCase } from '../../../scripts/src/model/names.js'

/** What the document says, and the name of a type, of a function and of a file. */
const rows: readonly (readonly [text: string, pascal: string, camel: string, file: string])[] = [
  ['Agent', 'Agent', 'agent', 'agent'],
  ['CreateAgentRequest', 'CreateAgentRequest', 'createAgentRequest', 'create-agent-request'],
  ['createAgent', 'CreateAgent', 'createAgent', 'create-agent'],
  ['get-agent_by.id', 'GetAgentById', 'getAgentById', 'get-agent-by-id'],
  ['agents/list', 'AgentsList', 'agentsList', 'agents-list'],
  ['list agents', 'ListAgents', 'listAgents', 'list-agents'],
  ['NOT_FOUND', 'NotFound', 'notFound', 'not-found'],
  ['NOT_found', 'NOTFound', 'notFound', 'not-found'],
  ['HTTPError', 'HTTPError', 'httpError', 'http-error'],
  ['HTTP', 'HTTP', 'http', 'http'],
  ['Ærø', 'Aero', 'aero', 'aero'],
  ['ID2', 'ID2', 'id2', 'id2'],
  ['getID', 'GetID', 'getID', 'get-id'],
  ['Agent2x', 'Agent2x', 'agent2x', 'agent2x'],
  ['v1.Agent', 'V1Agent', 'v1Agent', 'v1-agent'],
  ['_private', 'Private', 'private_', 'private'],
  ['__proto__', 'Proto', 'proto', 'proto'],
  ['constructor', 'Constructor', 'constructor', 'constructor'],
  ['123abc', '_123abc', '_123abc', '123abc'],
  ['2fa-code', '_2faCode', '_2faCode', '2fa-code'],
  ['+1', 'Plus1', 'plus1', 'plus1'],
  ['-1', 'Minus1', 'minus1', 'minus1'],
  ['utc+2', 'Utc2', 'utc2', 'utc2'],
  ['', 'Empty', 'empty', 'empty'],
  [' ', 'Space', 'space', 'space'],
  ['*/*', 'StarSlashStar', 'starSlashStar', 'star-slash-star'],
  ['$', 'Dollar', 'dollar', 'dollar'],
  ['_', 'Underscore', 'underscore', 'underscore'],
  [
    '-.#@&%=<>!?~|',
    'MinusDotHashAtAndPercentEqualsLessGreaterNotQuestionTildeOr',
    'minusDotHashAtAndPercentEqualsLessGreaterNotQuestionTildeOr',
    'minus-dot-hash-at-and-percent-equals-less-greater-not-question-tilde-or',
  ],
  ['ßæœøđłıÆŒØĐŁ', 'SsaeoeodliAeOeODL', 'ssaeoeodliAeOeODL', 'ssaeoeodli-ae-oe-odl'],
  ['"', 'U22', 'u22', 'u22'],
  ['\n', 'UA', 'ua', 'ua'],
  ["it's; alert(1)//", 'ItSAlert1', 'itSAlert1', 'it-s-alert1'],
  ['../../etc/passwd', 'EtcPasswd', 'etcPasswd', 'etc-passwd'],
  ['a\u2028b', 'AB', 'ab', 'ab'],
  ['größe', 'Grosse', 'grosse', 'grosse'],
  ['Żółć', 'Zolc', 'zolc', 'zolc'],
  ['naïve café', 'NaiveCafe', 'naiveCafe', 'naive-cafe'],
  ['用户', 'U7528U6237', 'u7528U6237', 'u7528-u6237'],
  ['user用户', 'UserU7528U6237', 'userU7528U6237', 'user-u7528-u6237'],
  ['😀', 'U1F600', 'u1F600', 'u1-f600'],
  ['\uD800', 'UD800', 'ud800', 'ud800'],
  ['delete', 'Delete', 'delete_', 'delete'],
  ['Import', 'Import', 'import_', 'import'],
  ['fetch', 'Fetch', 'fetch_', 'fetch'],
  ['await', 'Await', 'await_', 'await'],
  ['String', 'String', 'string_', 'string'],
  ['Error', 'Error', 'error', 'error'],
  ['createClient', 'CreateClient', 'createClient_', 'create-client'],
  ['serverUrl', 'ServerUrl', 'serverUrl_', 'server-url'],
  ['then', 'Then', 'then_', 'then'],
  ['createHandler', 'CreateHandler', 'createHandler_', 'create-handler'],
  ['Con', 'Con', 'con', 'con_'],
  ['nul', 'Nul', 'nul', 'nul_'],
  ['COM1', 'COM1', 'com1', 'com1_'],
  ['index', 'Index', 'index', 'index_'],
]

describe('names', () => {
  it.each(rows)('%j is %s, %s and %s', (text, pascal, camel, file) => {
    const name = pascalCase(text)
    expect([name, camelCase(name), fileName(name)]).toEqual([pascal, camel, file])
  })

  it('are cut off for files, and still differ', () => {
    const long = `A${'b'.repeat(300)}`
    const files = [fileName(long), fileName(`${long}c`)]
    expect(files[0]).toMatch(/^ab{149}_[\da-f]{8}$/)
    expect(files[0]).not.toBe(files[1])
    expect(fileName(`A${'b'.repeat(149)}`)).toBe(`a${'b'.repeat(149)}`)
  })

  it('are identifiers whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = pascalCase(text)
        expect(isIdentifier(name)).toBe(true)
        expect(name).toMatch(/^(?:[A-Z]|_\d)[A-Za-z\d]*$/)
        expect(isIdentifier(camelCase(name))).toBe(true)
        expect(isReserved(camelCase(name))).toBe(false)
        expect(fileName(name)).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*_?$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('are the same in camelCase only if they are in kebab-case', () => {
    const name = fc
      .array(fc.constantFrom('A', 'B', 'HTTP', 'Get', 'Id', 'x', '1', 'ID2'), { minLength: 1, maxLength: 5 })
      .map((parts) => pascalCase(parts.join('')))
    fc.assert(
      fc.property(name, name, (a, b) => {
        if (kebabCase(a) !== kebabCase(b)) expect(camelCase(a)).not.toBe(camelCase(b))
      }),
      { numRuns: 20_000 },
    )
  })
})
