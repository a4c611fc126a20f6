const INSPECT = /^--inspect(?:-brk|-wait)?(?=$|=)/

/**
 * Node's own flags for the process of a command: those of this one. A debugger finds that process at a port of its
 * own, which it prints, since this one's is taken.
 */
export function flagsOf(flags: readonly string[]): readonly string[] {
  return flags.map((flag) => {
    const [inspect] = INSPECT.exec(flag) ?? []
    return inspect === undefined ? flag : `${inspect}=0`
  })
}

/** The same for a process that nobody wants to look into. */
export function flagsWithoutInspect(flags: readonly string[]): readonly string[] {
  return flags.filter((flag) => !INSPECT.test(flag))
}
