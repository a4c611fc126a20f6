import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** It must neither ask anybody for updates nor need a graphics card or a user other than root. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium without a window. Throws, with what to install, where there is none. */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: pathOfChromium(), args: [...ARGUMENTS, ...more] })
}

function pathOfChromium(): string {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find(isExecutable)
  if (found === undefined) {
    throw new Error('These tests need Chromium on the PATH: apt-get install chromium')
  }
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
