import type { BenchCase } from './case.js'
import { createAgent, createAgentMixed } from './create-agent.js'
import { fullRepository, pullRequest } from './github.js'
import { tenThousandItems } from './items.js'
import { assertLoose, assertStrict, parseSafe, parseStrict } from './moltar.js'
import { tree } from './tree.js'
import { union } from './union.js'

/** Every case by the name that `--case` takes; made only when it is needed, since GitHub's document is large. */
export const cases: ReadonlyMap<string, () => BenchCase> = new Map<string, () => BenchCase>([
  ['create-agent', () => createAgent],
  ['create-agent-mixed', () => createAgentMixed],
  ['parse-safe', () => parseSafe],
  ['parse-strict', () => parseStrict],
  ['assert-loose', () => assertLoose],
  ['assert-strict', () => assertStrict],
  ['tree', () => tree],
  ['items', () => tenThousandItems],
  ['union', () => union],
  ['github-repository', fullRepository],
  ['github-pull-request', pullRequest],
])
