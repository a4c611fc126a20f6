import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, extname, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { resolveConnectorPath } from '../../drivers/resolve-connector-path.ts'
import type { Target } from '../../drivers/target.ts'
import { UsageError } from '../../errors.ts'
import type { Places } from './changes.ts'

const LOADED_FILES = fileURLToPath(
  new URL(`./loaded-files${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)

/**
 * Where the files of a connector lie. A module: its folder, and what it loads from elsewhere. A command: the files and
 * folders that its words name, each file with its folder; without any, the folder that it runs in.
 *
 * @throws UsageError where the connector runs elsewhere; TargetError where the module is not there.
 */
export async function placesOf(target: Target): Promise<Places> {
  switch (target.kind) {
    case 'module':
      return placesOfModule(resolveConnectorPath(target.specifier, target.from))
    case 'command':
      return placesOfCommand(target.prefix, target.cwd)
    case 'stix-shifter': {
      const checkout = resolve(target.from, target.checkout)
      return { folders: [resolve(checkout, 'stix_shifter_modules', target.module)], files: [] }
    }
    case 'python-object':
    case 'proxy-host':
      throw new UsageError('--watch has no files to watch: the connector runs elsewhere', {
        hint: 'Run verify by hand when the host has loaded what you have changed.',
      })
  }
}

async function placesOfModule(path: string): Promise<Places> {
  const folder = dirname(path)
  const child = spawn(process.execPath, [LOADED_FILES, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const urls = (await text(child.stdout)).split('\n').filter((line) => line.startsWith('file:'))
  const elsewhere = urls.map((url) => fileURLToPath(url)).filter((file) => !isWithin(folder, file))
  return { folders: [folder], files: elsewhere }
}

function placesOfCommand([program = '', ...words]: readonly string[], cwd: string): Places {
  // An interpreter lies among other programs, which are none of the connector's.
  const own = isWithin(cwd, resolve(cwd, program)) ? [program] : []
  const folders = [...own, ...words].flatMap((word) => {
    const path = resolve(cwd, word)
    const found = word === '' ? undefined : statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) return [path]
    return found?.isFile() ? [dirname(path)] : []
  })
  return { folders: folders.length === 0 ? [cwd] : [...new Set(folders)], files: [] }
}

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(`${folder}${sep}`)
}
