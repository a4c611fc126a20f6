import { afterAll, describe, expect, it, vi } from 'vitest'
import { COMMANDS } from './commands.ts'
import { HostileFolder } from './support/hostile-folder.ts'
import { judge } from './support/judge.ts'
import { markProcesses } from './support/left-behind.ts'

const folder = new HostileFolder()
const processes = markProcesses()
afterAll(() => {
  processes.unmark()
  folder.remove()
})

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('a command', { timeout: 60_000 }, () => {
  describe.concurrent('is caught, or cannot be started, where it', () => {
    it.each(COMMANDS)('$name ($program)', async ({ name, program, code }) => {
      const file = folder.write(`${name} ${program}`, program === 'sh' ? 'sh' : 'py', code)
      const said = await judge({ kind: 'command', prefix: [program, file], cwd: folder.path })
      expect(said).toMatch(/^violated$|^cannot be started: ./)
    })
  })

  it('leaves no process behind, whatever it does', async () => {
    await vi.waitFor(() => expect(processes.living()).toEqual([]), { timeout: 10_000 })
  })
})
