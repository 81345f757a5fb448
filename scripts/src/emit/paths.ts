/** What keeps its modules in `schemas/` and `operations/`: a layer, or a part of one. */
type SplitLayer = 'validators' | 'validators/json-schema' | 'builders' | 'codecs'

/** Path of the module that holds what a layer makes for one named schema. */
export function schemaPath(layer: SplitLayer, file: string): string {
  return `${layer}/schemas/${file}.ts`
}

/** Path of the module that holds what a layer makes for the operations of one group. */
export function operationsPath(layer: SplitLayer, group: string): string {
  return `${layer}/operations/${group}.ts`
}
