import { afterAll, describe, expect, it, vi } from 'vitest'
import { BEHAVIOURS, MOMENTS, moduleThat } from './behaviours.ts'
import { HostileFolder } from './support/hostile-folder.ts'
import { judge } from './support/judge.ts'
import { markProcesses } from './support/left-behind.ts'

const moments = Object.keys(MOMENTS)
/** Each behaviour at one moment, which take turns; `npm run prove` tries each at all of them. */
const ROWS = Object.keys(BEHAVIOURS).map(
  (behaviour, index) => [behaviour, moments[index % moments.length] ?? ''] as const,
)

const folder = new HostileFolder()
const processes = markProcesses()
afterAll(() => {
  processes.unmark()
  folder.remove()
})

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('a module', { timeout: 60_000 }, () => {
  describe.concurrent('is caught, or cannot be started, where it', () => {
    it.each(ROWS)('%s %s', async (behaviour, moment) => {
      const file = folder.write(`${behaviour} ${moment}`, 'js', moduleThat(behaviour, moment))
      const said = await judge({ kind: 'module', specifier: `./${file}`, from: folder.path })
      expect(said).toMatch(/^violated$|^cannot be started: ./)
    })
  })

  it('leaves no process behind, whatever it does', async () => {
    await vi.waitFor(() => expect(processes.living()).toEqual([]), { timeout: 10_000 })
  })
})
