import { load } from './src/load/index.js'
import { inspect } from 'node:util'
try { const t=performance.now(); const r = await load(process.argv[2]!, { cwd: process.argv[3] ?? '/tmp/play' }); console.log('ms',performance.now()-t); if (!process.argv[4]) console.log(inspect(r.document, {depth: 20}), r.diagnostics, r.files) ; else console.log(r.diagnostics.length)} catch (e) { console.log(e.diagnostics ? e.message : e) }
