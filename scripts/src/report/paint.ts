import { styleText } from 'node:util'
import type { TextStream } from './reporter.js'

/** How a piece of text stands out on a terminal that shows colours. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Colours text. */
export type Paint = (style: Style, text: string) => string

/** Paint for a stream: none where it is no terminal, and as `NO_COLOR` and `FORCE_COLOR` say. */
export function paintFor(stream: TextStream): Paint {
  return (style, text) => styleText(style, text, { stream })
}
