import { describe, expect, it } from 'vitest'
import { axisOf, placeOn } from '../../corpus/axis.js'
import { pictureOf } from '../../corpus/picture.js'
import { costOf, resultOf } from './results.js'

describe('axisOf', () => {
  it.each([
    [
      [20, 300],
      [10, 100, 1000],
    ],
    [
      [0.004, 0.02],
      [0.001, 0.01, 0.1],
    ],
    [[10], [10, 100]],
  ])('has ticks around %o', (values, ticks) => {
    expect(axisOf(values, 0, 100).ticks).toEqual(ticks)
  })

  it('places values by their logarithm', () => {
    const axis = axisOf([1, 100], 100, 0)
    expect([1, 10, 31.6, 100].map((value) => placeOn(axis, value))).toEqual([100, 50, 25, 0])
  })
})

describe('pictureOf', () => {
  const results = [1, 10, 100].map((factor) =>
    resultOf(`<${factor}>`, {
      size: 1000 * factor,
      cost: costOf({ cpu: 0.1 * factor, size: 5000 * factor ** 2 }),
    }),
  )

  it('has a point for each document in both panels, with its name', () => {
    const picture = pictureOf([...results, resultOf('refused')])
    expect(picture.match(/<circle/g)).toHaveLength(6)
    expect(picture).toContain('<title>&lt;10&gt;</title>')
  })

  it('tells how time and output grow', () => {
    expect(pictureOf(results)).toContain('Processor time of one run, growing as size^1.00')
    expect(pictureOf(results)).toContain('Size of the output, growing as size^2.00')
  })

  it('tells how they grow with large documents, beside those that take what every run does', () => {
    const large = [1e6, 1e7, 1e8].map((size) =>
      resultOf(`${size}`, { size, cost: costOf({ cpu: size / 1e6, size }) }),
    )
    const small = resultOf('small', { size: 100, cost: costOf({ cpu: 1, size: 1e6 }) })
    expect(pictureOf([small, ...large])).toMatch(
      /time of one run, growing as size\^0\.\d+, from 100 kB on as size\^1\.00</,
    )
  })

  it('labels the axes', () => {
    for (const label of ['>1 kB<', '>100 kB<', '>100 ms<', '>10 s<', '>100 MB<']) {
      expect(pictureOf(results)).toContain(label)
    }
  })

  it('is one of nothing, and of one document', () => {
    expect(pictureOf([])).toContain('nothing was generated')
    expect(pictureOf(results.slice(0, 1))).not.toMatch(/NaN|growing/)
  })
})
