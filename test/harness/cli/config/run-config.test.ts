import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadConfig } from '../../../../harness/cli/config/load-config.ts'
import { runConfig } from '../../../../harness/cli/config/run-config.ts'
import { ConfigurationError, UsageError } from '../../../../harness/errors.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function file(text: string): Promise<string> {
  const path = join(folder, 'config.ts')
  await writeFile(path, text)
  return path
}

/** What a file does before it would have given its settings, and what is said of that. */
const ENDING: readonly (readonly [string, string])[] = [
  ['process.exit(0)', 'ended its process with exit code 0'],
  ["process.on('exit', () => process.exit(0)); process.exit(7)", 'exit code 0'],
  ['await new Promise(() => setTimeout(() => process.exit(0), 50))', 'exit code 0'],
  ['await new Promise(() => {})', 'ended its process with exit code 13'],
  ["process.kill(process.pid, 'SIGKILL')", 'died of SIGKILL'],
  ["(await import('node:fs')).closeSync(3)", 'ended its process with exit code 0'],
]

describe('a configuration file that is a module', () => {
  it.each(ENDING)(
    'that ends its process is an error, and ends nothing else: %s',
    async (code, how) => {
      const path = await file(`${code}\nexport default {}`)
      const running = runConfig(path)
      await expect(running).rejects.toThrow(ConfigurationError)
      await expect(running).rejects.toThrow(/^config\.ts .* before it had given its settings$/)
      await expect(running).rejects.toThrow(how)
    },
  )

  it('that loops is killed', async () => {
    const path = await file('for (;;) {}')
    await expect(runConfig(path, 300)).rejects.toThrow('config.ts ran for 0.3 s')
  })

  it('gives its settings whatever it leaves running, and whatever happens then', async () => {
    const path = await file(
      `setInterval(() => {}, 1_000); process.on('exit', () => process.exit(5))
       setTimeout(() => { throw new Error('late') }, 1)
       export default { seed: 7, only: undefined }`,
    )
    expect(await loadConfig(path)).toEqual({ seed: 7 })
  })

  it('prints to standard error alone, and not without end', async () => {
    const said: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    const path = await file("console.log('x'.repeat(1_000_000)); export default { seed: 7 }")
    expect(await loadConfig(path)).toEqual({ seed: 7 })
    expect(said.join('').length).toBeLessThanOrEqual(64 * 1024)
  })

  it.each([
    ['{ only: () => [] }', 'only: found a function'],
    ['{ connection: { options: { when: new Date(0) } } }', 'connection.options.when: found a Date'],
    ['{ seed: Number.NaN }', 'seed: found NaN'],
    ['Symbol.iterator', 'found a symbol'],
    ['() => ({ only: [] })', 'found a function in place of the settings themselves'],
  ])('holds what JSON holds: %s', async (settings, words) => {
    const loading = loadConfig(await file(`export default ${settings}`))
    await expect(loading).rejects.toThrow(UsageError)
    await expect(loading).rejects.toThrow(words)
  })
})
