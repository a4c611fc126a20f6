import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { runConfig } from '../../harness/cli/config/run-config.ts'
import { ConfigurationError } from '../../harness/errors.ts'
import { BEHAVIOURS } from './behaviours.ts'
import { HostileFolder } from './support/hostile-folder.ts'
import { markProcesses } from './support/left-behind.ts'

const DEADLINE = 5_000
const MEMORY = 256 * 1_024 ** 2
/** What becomes of a file that does so: its settings are known, it has thrown, or nothing is known. */
const ROWS = [
  ['exits with 0', 'nothing'],
  ['exits beneath the handlers', 'nothing'],
  ['aborts', 'nothing'],
  ['kills itself', 'nothing'],
  ['loops for ever', 'nothing'],
  ['closes its streams', 'nothing'],
  ['leaves a server', 'settings'],
  ['leaves a child with its streams', 'settings'],
  ['leaves a child in a session of its own', 'settings'],
  ['replaces what ends a process', 'settings'],
  ['swallows whatever would end it', 'settings'],
] as const

const folder = new HostileFolder()
const processes = markProcesses()
afterAll(() => {
  processes.unmark()
  folder.remove()
})

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('a configuration file', { timeout: 60_000 }, () => {
  describe.concurrent('takes nobody along where it', () => {
    it.each(ROWS)('%s: %s', async (behaviour, known) => {
      const text = `${BEHAVIOURS[behaviour]}\nexport default { seed: 7 }`
      const path = join(folder.path, folder.write(behaviour, 'js', text))
      const running = runConfig(path, DEADLINE, MEMORY)
      if (known === 'nothing') await expect(running).rejects.toThrow(ConfigurationError)
      else expect(await running).toEqual({ kind: 'settings', settings: { seed: 7 } })
    })
  })

  it('is ended where it takes all memory', async () => {
    const text = `${BEHAVIOURS['takes all memory in buffers']}\nexport default {}`
    const running = runConfig(join(folder.path, folder.write('memory', 'js', text)), 60_000, MEMORY)
    await expect(running).rejects.toThrow('took more than 256 MB of memory before it had')
  })

  it('leaves no process behind, whatever it does', async () => {
    await vi.waitFor(() => expect(processes.living()).toEqual([]), { timeout: 10_000 })
  })
})
