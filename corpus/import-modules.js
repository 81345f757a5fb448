/** Imports every module below a folder, in a process of its own without any loader, and prints the failures as JSON. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder = ''] = process.argv.slice(2)
const failures = []
let count = 0
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
  if (!path.endsWith('.js')) continue
  count += 1
  try {
    // oxlint-disable-next-line no-await-in-loop -- each failure belongs to one module
    await import(pathToFileURL(join(folder, path)).href)
  } catch (error) {
    failures.push({ place: path, message: String(error) })
  }
}
process.stdout.write(JSON.stringify({ count, failures }))
