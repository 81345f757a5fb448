import { type Code, code, importedType, join, literal } from '../../emit/index.js'
import type { Content, Operation } from '../../model/types.js'
import { distinct, givenType, shapeType } from './content-types.js'
import { sendable } from './sendable.js'

/**
 * The types of the member `body` of a request, as alternatives: of the content that is sent by default, and where there are several, of
 * each other beside the `contentType` that tells it.
 */
export function bodyMembers(
  body: NonNullable<Operation['body']>,
  { bodyAlias }: Operation,
  own: ReadonlySet<string>,
): Code[] {
  const [first, ...others] = sendable(body)
  const key = body.required ? code`body` : code`body?`
  if (others.length === 0) {
    const shape = bodyAlias ? importedType('types/operations.ts', bodyAlias.name) : shapeType(first!, own)
    return [code`{ ${key}: ${givenType(first!, shape)} }`]
  }
  const type = (content: Content) => givenType(content, shapeType(content, own))
  const byDefault = code`{ ${key}: ${type(first!)}; contentType?: ${literal(first!.mediaType)} }`
  const members = distinct(others.map(type)).map((it) => {
    const alike = others.filter((content) => type(content).text === it.text)
    const mediaTypes = alike.map(({ mediaType }) => literal(mediaType))
    return code`{ body: ${it}; contentType: ${join(mediaTypes, ' | ')} }`
  })
  return [byDefault, ...members]
}
