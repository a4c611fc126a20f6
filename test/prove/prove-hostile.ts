import { BEHAVIOURS, MOMENTS, moduleThat } from '../hostile/behaviours.ts'
import { HostileFolder } from '../hostile/support/hostile-folder.ts'
import { judge } from '../hostile/support/judge.ts'
import { markProcesses } from '../hostile/support/left-behind.ts'
import type { Scope } from './scope.ts'

/** What may be said of a module that breaks a clause: nothing else is true. */
const TRUE = /^violated$|^cannot be started: ./

/**
 * Has modules that break a clause harm their process in every way, at every moment: each is caught, or cannot be
 * started, and leaves no process behind. The tests try each way at one moment.
 */
export async function proveHostile({
  afterTests,
  width,
  progress,
}: Scope): Promise<{ readonly problems: readonly string[] }> {
  if (afterTests) return { problems: [] }
  const rows = Object.keys(BEHAVIOURS).flatMap((behaviour) =>
    Object.keys(MOMENTS).map((moment) => ({ behaviour, moment })),
  )
  const folder = new HostileFolder()
  const processes = markProcesses()
  const problems: string[] = []
  let next = 0
  const work = async () => {
    for (let row = rows[next++]; row !== undefined; row = rows[next++]) {
      const { behaviour, moment } = row
      const name = `${behaviour} ${moment}`
      const file = folder.write(name, 'js', moduleThat(behaviour, moment))
      const said = await judge({ kind: 'module', specifier: `./${file}`, from: folder.path })
      if (!TRUE.test(said)) problems.push(`a module that ${name} is ${said}`)
      progress('hostile', next, rows.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, work))
    problems.push(...processes.living().map((line) => `a hostile module has left ${line}`))
    return { problems }
  } finally {
    processes.unmark()
    folder.remove()
  }
}
