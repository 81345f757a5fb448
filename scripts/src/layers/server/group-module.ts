import type { Module } from '../../emit/index.js'
import type { Operation } from '../../model/types.js'
import { inputDeclaration } from './input.js'
import { groupPath } from './paths.js'
import { replyDeclaration } from './reply.js'
import { routeDeclaration } from './route.js'
import type { Shapes } from './shapes.js'

/** A module for each group of operations. */
export function groupModules(operations: readonly Operation[], shapes: Shapes): Module[] {
  const groups = [...new Set(operations.map(({ group }) => group))]
  return groups.map((group) => ({
    path: groupPath(group),
    declarations: operations.flatMap((operation) =>
      operation.group === group
        ? [
            inputDeclaration(operation, shapes),
            replyDeclaration(operation, shapes),
            routeDeclaration(operation, shapes),
          ]
        : [],
    ),
  }))
}
