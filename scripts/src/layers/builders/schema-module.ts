import {
  type Code,
  code,
  type Declaration,
  identifier,
  imported,
  importedType,
  literal,
  type Module,
  schemaPath,
} from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import { type BuilderDocs, docsOf } from './docs.js'
import type { BuilderPlan } from './plan.js'
import type { BuilderProperty } from './properties.js'
import { setterName } from './setter-name.js'

const RUNTIME = 'runtime/builder.ts'

/** The names and types that the declarations of a builder share. */
interface Terms {
  readonly definition: string
  readonly methods: string
  readonly builder: string
  /** Type of the schema. */
  readonly type: Code
  /** Type of what is built: the schema may also accept null. */
  readonly value: Code
  /** Type parameter that holds the names of the properties that are set; absent where it would make no difference. */
  readonly given?: string
  readonly docs: BuilderDocs
}

/** The module with the builder of a schema. */
export function builderModule(plan: BuilderPlan): Module {
  const terms = termsOf(plan)
  return {
    path: schemaPath('builders', plan.schema.file),
    declarations: [
      definition(plan, terms),
      ...(terms.given === undefined
        ? [methods(plan, terms, terms.builder)]
        : [methods(plan, terms, terms.methods), builderAlias(terms, terms.given)]),
      start(plan, terms),
    ],
  }
}

function termsOf(plan: BuilderPlan): Terms {
  const { name, variable, schema } = plan.schema
  // A name that has no camelCase is also that of the function, and with `Builder` behind it might be that of another's.
  const stem = name === variable ? `${name}_` : name
  const builder = `${stem}Builder`
  const type = importedType('types/schemas.ts', name)
  return {
    definition: `${variable}Definition`,
    methods: `${stem}Methods`,
    builder,
    type,
    value: schema.type?.includes('null') ? code`NonNullable<${type}>` : type,
    docs: docsOf(plan, builder),
    ...(!plan.isComplete && { given: typeParameter('Given', name) }),
  }
}

/** A type parameter, which must not hide the type that the module imports. */
function typeParameter(name: string, imports: string): string {
  return name === imports ? `${name}_` : name
}

function definition({ properties, ways, isOpen }: BuilderPlan, terms: Terms): Declaration {
  const names = properties.map(({ name }) => name)
  const renamed = names.filter((name) => setterName(name) !== name)
  const value: JsonObject = {
    properties: names,
    ...(renamed.length > 0 && {
      setters: Object.fromEntries(renamed.map((name) => [name, setterName(name)])),
    }),
    ways: ways.map(({ needs, excludes }) => ({ needs: [...needs], excludes: [...excludes] })),
    ...(isOpen && { isOpen }),
  }
  return {
    kind: 'constant',
    name: terms.definition,
    visibility: 'private',
    value: code`${literal(value)} as const`,
  }
}

function methods(plan: BuilderPlan, terms: Terms, name: string): Declaration {
  return {
    kind: 'interface',
    name,
    visibility: 'public',
    doc: terms.given === undefined ? terms.docs.builder : terms.docs.methods,
    ...(terms.given !== undefined && { typeParameters: [{ name: terms.given, constraint: code`string` }] }),
    methods: [
      ...plan.properties.map((property) => setter(property, plan, terms)),
      ...(plan.isOpen ? [additionalSetter(plan, terms)] : []),
      { name: 'build', parameters: [], returns: terms.value, doc: terms.docs.build },
    ],
  }
}

type Method = NonNullable<Extract<Declaration, { kind: 'interface' }>['methods']>[number]

function setter({ name, doc }: BuilderProperty, { decisive }: BuilderPlan, terms: Terms): Method {
  const type = code`${importedType(RUNTIME, 'PropertyOf')}<${terms.type}, ${literal(name)}>`
  return {
    name: setterName(name),
    parameters: [{ name: 'value', type }],
    returns: builderType(terms, (given) => (decisive.has(name) ? code`${given} | ${literal(name)}` : given)),
    doc,
  }
}

function additionalSetter({ schema }: BuilderPlan, terms: Terms): Method {
  const name = typeParameter('Name', schema.name)
  const undeclared = importedType(RUNTIME, 'Undeclared')
  return {
    name: 'with',
    typeParameters: [{ name, constraint: code`string` }],
    parameters: [
      {
        name: 'name',
        type: code`${undeclared}<${identifier(name)}, typeof ${identifier(terms.definition)}>`,
      },
      { name: 'value', type: code`${importedType(RUNTIME, 'AdditionalPropertyOf')}<${terms.type}>` },
    ],
    returns: builderType(terms, (given) => given),
    doc: terms.docs.with,
  }
}

function builderType({ builder: name, given }: Terms, next: (given: Code) => Code): Code {
  return given === undefined ? identifier(name) : code`${identifier(name)}<${next(identifier(given))}>`
}

function builderAlias(terms: Terms, given: string): Declaration {
  const name = identifier(given)
  const methodsType = code`${identifier(terms.methods)}<${name}>`
  return {
    kind: 'type',
    name: terms.builder,
    visibility: 'public',
    typeParameters: [{ name: given, constraint: code`string`, default: code`never` }],
    type: code`${importedType(RUNTIME, 'Builder')}<${methodsType}, typeof ${identifier(terms.definition)}, ${name}>`,
    doc: terms.docs.builder,
  }
}

function start({ schema: { name, variable, file } }: BuilderPlan, terms: Terms): Declaration {
  const returns = identifier(terms.builder)
  const assert = imported(schemaPath('validators', file), `assert${name}`)
  return {
    kind: 'function',
    name: variable,
    visibility: 'public',
    parameters: [],
    returns,
    body: code`return ${imported(RUNTIME, 'createBuilder')}<${returns}>(${identifier(terms.definition)}, ${assert})`,
    doc: terms.docs.function,
  }
}
