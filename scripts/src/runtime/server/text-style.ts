import { inTurn, named, readComposite, type TakenApart } from '../reading/composite.js'
import type { StyleName, ValueFormat } from './parameter.js'
import { readText } from '../reading/reading.js'
import { refuseValue } from './refuse-value.js'
import type { ParameterTexts } from './text-sources.js'

/** What a style puts before a value, and between its parts where it is exploded (RFC 6570, appendix A). */
interface TextStyle {
  readonly first: '' | '.' | ';'
  readonly separator: ',' | '.' | ';'
  /** Whether parts are named: the value by the parameter, or each member by its own name. */
  readonly isNamed: boolean
}

/** The styles that make one text of a value. */
const textStyles: { readonly [K in StyleName]?: TextStyle } = {
  simple: { first: '', separator: ',', isNamed: false },
  label: { first: '.', separator: '.', isNamed: false },
  matrix: { first: ';', separator: ';', isNamed: true },
}

/**
 * The value of a text in one of the styles `simple`, `label` and `matrix`; `undefined` if there is none.
 * @throws RefusedError if the text is not in that style.
 */
export function readTextStyle(format: ValueFormat, texts: ParameterTexts): unknown {
  const [raw] = texts.own
  if (raw === undefined) return undefined
  const { style = 'simple', array, object } = format
  // A parameter in one text has no other style.
  const { first, separator, isNamed } = textStyles[style]!
  if (!raw.startsWith(first)) return refuseValue(format, `is not in the style ${style}`)
  const isComposite = array !== undefined || object !== undefined
  const bare = raw.slice(first.length)
  const apart = isNamed ? takeNamed(bare, format, texts) : takeApart(bare, separator, format)
  if (apart === undefined) return refuseValue(format, `is not in the style ${style}`)
  return isComposite ? readComposite(apart, format, texts) : readText(texts.text(apart.whole), format)
}

function takeApart(bare: string, separator: string, { explode = false }: ValueFormat): TakenApart {
  const items = bare.split(explode ? separator : ',')
  return { whole: bare, items, pairs: explode ? named(items) : inTurn(items) }
}

/** In the style `matrix`; `undefined` if a part has not the name that it should have. */
function takeNamed(
  bare: string,
  { name, explode = false, types, array, object }: ValueFormat,
  { part }: ParameterTexts,
): TakenApart | undefined {
  const parts = bare.split(';').map((it): [string, string] => {
    const [key = '', ...value] = it.split('=')
    return [key, value.join('=')]
  })
  const isOwn = parts.every(([key]) => part(key) === name)
  const values = parts.map(([, value]) => value)
  const [whole = ''] = values
  const isElse = isOwn && (array !== undefined || types !== undefined)
  if (explode && object && !isElse) return { whole, items: values, pairs: parts }
  if (!isOwn || (values.length > 1 && !(explode && array))) return undefined
  const items = explode ? values : whole.split(',')
  return { whole, items, pairs: explode ? undefined : inTurn(items) }
}
