import { ajvStandalone } from './ajv.js'
import { byHand } from './by-hand.js'
import type { Contestant } from './contestant.js'
import { ours } from './ours.js'
import { schemasafe } from './schemasafe.js'
import { typebox } from './typebox.js'
import { valibot } from './valibot.js'
import { zod } from './zod.js'

/** Everyone. The others are compared with the first that takes part: the check written by hand, or else ajv. */
export const contestants: readonly Contestant[] = [
  byHand,
  ajvStandalone,
  ours,
  typebox,
  schemasafe,
  zod,
  valibot,
]
