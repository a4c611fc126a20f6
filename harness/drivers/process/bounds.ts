/** What a process that holds a connector may take. */
export interface Bounds {
  /** How much memory, watched from outside. */
  readonly memoryBytes: number
  /** How long loading the module may take. */
  readonly loadMilliseconds: number
  /** Where a debugger attaches, or is waited for; then nothing has a deadline. */
  readonly inspect?: 'inspect' | 'inspect-brk'
  /** Told the address that a debugger attaches to. */
  readonly attach?: (address: string) => void
}
