import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { decodeState, type EmulatorSnapshot, StateError } from './snapshot.js'

/**
 * Reads a saved state from a JSON file, for the option `state`.
 * @throws StateError if the file cannot be read or holds no state that can be loaded, with everything that is wrong.
 */
export async function loadState(file: string): Promise<EmulatorSnapshot> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StateError(
      `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
    )
  })
  const value = parse(file, text)
  try {
    decodeState(value)
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    throw new StateError(`${file}: ${error.message}`, error.issues)
  }
  return value as EmulatorSnapshot // It could be decoded.
}

/**
 * Writes a state to a JSON file. A file that is there is replaced as a whole, or not at all.
 * @throws Error if it cannot be written.
 */
export async function saveState(file: string, snapshot: EmulatorSnapshot): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, `${JSON.stringify(snapshot, null, 2)}\n`)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new StateError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
