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
