/** A test or a group of tests as vitest keeps it, as far as it is used here. */
interface Task {
  readonly name?: unknown
  readonly mode?: unknown
  readonly suite?: Task
  readonly tasks?: readonly Task[]
}

/**
 * The names of the tests that run together with this one, below the group that is called so: all, or those that a
 * filter, as of `vitest -t`, has left.
 */
export function testsThatRun(task: unknown, group: string): readonly string[] {
  let top = task as Task | undefined
  while (top !== undefined && top.name !== group) top = top.suite
  return top === undefined ? [] : runningIn(top)
}

function runningIn({ name, mode, tasks }: Task): readonly string[] {
  if (mode === 'skip' || mode === 'todo') return []
  if (tasks !== undefined) return tasks.flatMap(runningIn)
  return typeof name === 'string' ? [name] : []
}
