import { expect, test } from 'vitest'
import type { Layer, LayerName } from '../../scripts/src/layers/layer.js'
import { selectLayers } from '../../scripts/src/select-layers.js'

const layer = (name: LayerName, ...needs: LayerName[]): Layer => ({ name, needs, build: () => [] })
const layers = [
  layer('types'),
  layer('validators', 'types'),
  layer('builders', 'types', 'validators'),
  layer('client', 'types'),
  layer('server', 'validators'),
]

test.each<[LayerName[], [LayerName, ...LayerName[]][]]>([
  [['types'], [['types']]],
  [['client'], [['types', 'client'], ['client']]],
  [['server'], [['types', 'validators'], ['validators', 'server'], ['server']]],
  [
    ['server', 'validators'],
    [['types', 'validators'], ['validators'], ['server']],
  ],
  [
    ['builders', 'types'],
    [['types'], ['validators', 'builders'], ['builders']],
  ],
  [
    ['client', 'client', 'types'],
    [['types'], ['client']],
  ],
])('%j', (names, want) => {
  const selected = selectLayers(layers, names).map(({ name, neededBy }) => [name, ...neededBy])
  expect(selected).toEqual(want)
})
