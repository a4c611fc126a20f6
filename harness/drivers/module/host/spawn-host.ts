import { type ChildProcess, spawn } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TargetError } from '../../../errors.ts'
import type { Bounds } from '../../process/bounds.ts'
import { childEnvironment } from '../../process/child-environment.ts'
import { CACHING, GROWS_SLOWLY } from '../../process/node-flags.ts'

const HOST = fileURLToPath(
  new URL(`./main${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)

/**
 * Starts a process for a connector module, in a group of its own. Descriptor 3 is a socket to this one.
 *
 * @param variables what it has in its environment beside what this process has.
 * @throws TargetError where the system starts none.
 */
export async function spawnHost(
  { specifier, from, inspect }: Bounds & { readonly specifier: string; readonly from: string },
  variables: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  // Garbage is asked for by hand behind values of a hundred megabytes: see `callerOf`.
  const flags = [
    CACHING,
    // What a client over TLS holds outside of the heap is let go with what is garbage in it.
    GROWS_SLOWLY,
    '--expose-gc',
    ...(inspect === undefined ? [] : [`--${inspect}=127.0.0.1:0`]),
  ]
  const child = spawn(process.execPath, [...flags, HOST, specifier, from], {
    env: childEnvironment(process.env, variables),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (cause) =>
      reject(new TargetError(`No process can be started: ${cause.message}`, { cause })),
    )
  })
  return child
}
