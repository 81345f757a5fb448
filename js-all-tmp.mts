import * as v from '/work/main/generated/validators/index.ts'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
let n = 0
for (const [name, s] of Object.entries(v)) {
  if (!name.endsWith('Schema')) continue
  for (const [A, target] of [[Ajv, 'draft-07'], [Ajv2020, 'draft-2020-12']] as const) {
    const ajv = new A({ strictTypes: false, strictRequired: false }); (formats as any)(ajv)
    ajv.addFormat('int32', true); 
    const j = (s as any)['~standard'].jsonSchema.input({ target })
    ajv.compile(j); n++
    if (name === 'DeploymentSchema') console.log(JSON.stringify(j).slice(0, 1500))
  }
}
console.log(n)
