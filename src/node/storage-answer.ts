/** What an answer of the storage holds: parsed JSON, the code and the message of S3's XML, or else the text. */
export function storageAnswer(text: string): unknown {
  if (text === '') return undefined
  return parsed(text) ?? s3Error(text) ?? text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function s3Error(text: string): { code: string | undefined; message: string | undefined } | undefined {
  if (!/<Error>/.test(text)) return undefined
  return { code: element('Code', text), message: element('Message', text) }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
])

/** The text of the first element of a name. */
function element(name: string, text: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(text)?.[1]
    ?.replaceAll(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity)
}
