import addFormats from 'ajv-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { Random } from '../../../../bench/fuzz/random.js'
import { type JsonObject, type JsonValue, pointerTokens } from '../../../../scripts/src/json.js'
import { importValidators, type Validator } from '../import-validators.js'
import { broken } from './broken-values.js'
import { OTHER, ValueMaker } from './valid-values.js'

/** Values of one component schema. */
export interface JudgedValues {
  readonly name: string
  readonly valid: readonly JsonValue[]
  /** Values that are refused for what a type can say, too. */
  readonly refused: readonly JsonValue[]
}

/** Values of each component schema, as the validators and ajv, which have to agree, see them. */
export async function judgedValues(
  schemas: Readonly<Record<string, JsonValue>>,
  tries: number,
  seed: number,
): Promise<JudgedValues[]> {
  const document: JsonObject = { components: { schemas } }
  const random = new Random(seed)
  const maker = new ValueMaker(random, document)
  const validators = await importValidators(schemas)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')
  return Object.entries(schemas).map(([name, schema]) => {
    const reference = ajv.compile({ $ref: `document#/components/schemas/${name}` })
    const isValid = (value: JsonValue) => agreed(name, value, validators[name]!, reference(value))
    const made = distinct(Array.from({ length: tries }, () => maker.make([schema])))
    const valid = made.filter(isValid)
    const refused = distinct([...valid, ...valid].map((value) => broken(value, random))).filter(
      (value) => !isValid(value) && (reference.errors ?? []).every(isStructural),
    )
    return { name, valid, refused }
  })
}

function agreed(name: string, value: JsonValue, validator: Validator, expected: boolean): boolean {
  const { issues } = validator.validate(value)
  if (validator.is(value) !== expected || (issues === undefined) !== expected)
    throw new Error(`ajv says ${expected} of ${JSON.stringify(value)} as ${name}`)
  return expected
}

/** Whether a type can say what an error of ajv says. It counts no fractions, and not how many alternatives match. */
function isStructural({ keyword, params, data, instancePath }: ErrorObject): boolean {
  if (pointerTokens(instancePath).includes(OTHER)) return false
  if (keyword === 'type') return !(params['type'] === 'integer' && typeof data === 'number')
  if (keyword === 'oneOf') return params['passingSchemas'] === null
  return ['required', 'enum', 'const', 'anyOf', 'if', 'false schema'].includes(keyword)
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
