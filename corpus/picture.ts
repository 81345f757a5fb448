import { axisOf, type Axis, placeOn } from './axis.js'
import type { DocumentResult } from './result.js'

/** A document in a picture. */
interface Point {
  readonly name: string
  readonly x: number
  readonly y: number
}

const PANEL = { width: 440, height: 340, left: 70, top: 40, bottom: 50, gap: 20 }
const HEIGHT = PANEL.top + PANEL.height + PANEL.bottom
const WIDTH = 2 * (PANEL.left + PANEL.width + PANEL.gap)

/** From so many bytes on, what every run takes no longer outweighs what the document does. */
const LARGE = 1e5

/** An SVG picture of time and output size against the size of the document, both axes logarithmic. */
export function pictureOf(results: readonly DocumentResult[]): string {
  const known = results.flatMap(({ document, size, cost }) =>
    cost === undefined ? [] : [{ document, size, cost }],
  )
  const time = known.map(({ document, size, cost }) => ({ name: document, x: size, y: cost.cpu }))
  const output = known.map(({ document, size, cost }) => ({ name: document, x: size, y: cost.size }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    panel('Processor time of one run', seconds, time, PANEL.left),
    panel('Size of the output', bytes, output, PANEL.left * 2 + PANEL.width + PANEL.gap),
    '</svg>\n',
  ].join('\n')
}

function panel(
  title: string,
  unit: (value: number) => string,
  points: readonly Point[],
  left: number,
): string {
  if (points.length === 0) return text(left, PANEL.top - 14, `${title}: nothing was generated`)
  const horizontal = axisOf(
    points.map(({ x }) => x),
    left,
    left + PANEL.width,
  )
  const vertical = axisOf(
    points.map(({ y }) => y),
    PANEL.top + PANEL.height,
    PANEL.top,
  )
  const large = points.filter(({ x }) => x >= LARGE)
  const trends = [points, large].map((them) => trend(them, horizontal, vertical))
  const [ofAll, ofLarge] = trends.map(({ exponent }) => exponent?.toFixed(2))
  const grows = ofAll === undefined ? '' : `, growing as size^${ofAll}`
  const later = ofLarge === undefined ? '' : `, from ${bytes(LARGE)} on as size^${ofLarge}`
  return [
    text(left, PANEL.top - 14, `${title}${grows}${later}`, 'font-weight="bold"'),
    ...grid(horizontal, vertical, unit),
    ...points.map((point) => circle(point, horizontal, vertical)),
    ...trends.map(({ line }) => line),
    text(left + PANEL.width / 2, HEIGHT - 10, 'size of the document', 'text-anchor="middle"'),
  ].join('\n')
}

function grid(horizontal: Axis, vertical: Axis, unit: (value: number) => string): string[] {
  const bottom = vertical.from
  const columns = horizontal.ticks.flatMap((value) => {
    const x = placeOn(horizontal, value)
    return [stroke(x, bottom, x, vertical.to), text(x, bottom + 18, bytes(value), 'text-anchor="middle"')]
  })
  const rows = vertical.ticks.flatMap((value) => {
    const y = placeOn(vertical, value)
    return [
      stroke(horizontal.from, y, horizontal.to, y),
      text(horizontal.from - 6, y + 4, unit(value), 'text-anchor="end"'),
    ]
  })
  return [...columns, ...rows]
}

/** The line of least squares through the logarithms, and its slope: 1 where one grows as the other does. */
function trend(
  points: readonly Point[],
  horizontal: Axis,
  vertical: Axis,
): { exponent?: number; line: string } {
  if (points.length === 0) return { line: '' }
  const logs = points.map(({ x, y }) => ({ x: Math.log10(x), y: Math.log10(y) }))
  const mean = (of: (log: Omit<Point, 'name'>) => number): number =>
    logs.reduce((sum, it) => sum + of(it), 0) / logs.length
  const [centerX, centerY] = [mean(({ x }) => x), mean(({ y }) => y)]
  const variance = mean(({ x }) => (x - centerX) ** 2)
  if (variance === 0) return { line: '' }
  const exponent = mean(({ x, y }) => (x - centerX) * (y - centerY)) / variance
  const end = (x: number): [number, number] => [
    placeOn(horizontal, x),
    placeOn(vertical, 10 ** (centerY + exponent * (Math.log10(x) - centerX))),
  ]
  const [first, last] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  return { exponent, line: stroke(...end(first), ...end(last), '#c33') }
}

function circle({ name, x, y }: Point, horizontal: Axis, vertical: Axis): string {
  const at = `cx="${placeOn(horizontal, x)}" cy="${placeOn(vertical, y)}"`
  return `<circle ${at} r="2.5" fill="#36c" fill-opacity="0.5"><title>${escaped(name)}</title></circle>`
}

function stroke(x1: number, y1: number, x2: number, y2: number, color = '#ddd'): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${color}"/>`
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function seconds(value: number): string {
  return value < 1 ? `${Math.round(value * 1000)} ms` : `${value} s`
}

function bytes(value: number): string {
  if (value < 1e3) return `${value} B`
  return value < 1e6 ? `${value / 1e3} kB` : `${value / 1e6} MB`
}
