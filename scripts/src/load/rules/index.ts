import { ignoredBody } from './bodies.js'
import { components } from './components.js'
import { dialect, responses } from './document.js'
import { parameter, templateParameters, uniqueParameters } from './parameters.js'
import { distinctPaths, plainPaths } from './paths.js'
import type { Rule } from './rule.js'
import { securityRequirement } from './security.js'
import { server, serverVariable } from './servers.js'

/** The rules about each type of object. */
export const rules: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['Root', [dialect]],
  ['Components', [components]],
  ['Paths', [plainPaths, distinctPaths, templateParameters]],
  ['PathItem', [uniqueParameters]],
  ['Operation', [uniqueParameters, ignoredBody]],
  ['Parameter', [parameter]],
  ['Header', [parameter]],
  ['Responses', [responses]],
  ['SecurityRequirement', [securityRequirement]],
  ['Server', [server]],
  ['ServerVariable', [serverVariable]],
])
