import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--remote-debugging-port=0',
]

/** The Chromium or Chrome of this machine: the one that `CHROMIUM` names, else the first on the path. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env
  if (CHROMIUM !== undefined) return CHROMIUM
  const files = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return files.find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Opens a page, in a browser that knows nothing of any other, until it is disposed of. */
export function openPage(
  chromium: string,
  url: string,
): AsyncDisposable & { readonly failed: Promise<never> } {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  // It starts processes of its own, which write to the profile until they end: a group of them can be ended at once.
  const browser = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`, url], {
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise<Error>((resolve) => {
    browser.once('error', resolve)
    browser.once('exit', (code) => resolve(new Error(`${chromium} ended with ${code}`)))
  })
  return {
    failed: ended.then((error) => Promise.reject(error)),
    [Symbol.asyncDispose]: async () => {
      if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, 'SIGKILL')
      await ended
      // Another process of the group may end a moment later.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
