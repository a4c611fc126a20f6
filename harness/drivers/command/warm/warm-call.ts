import type { Run, Started } from '../run-command.ts'

/** How a process of a call comes to be, in the place of a new one; undefined: it is to be a new one after all. */
export type Fork = (mark: string) => Promise<Started | undefined>

/** A call's words behind the prefix, the variables that it has beside the usual, and how to run one with others. */
export interface WarmCall {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string>> | undefined
  /** `fork`: how it starts; undefined: as a new process. */
  run(words: readonly string[], fork: Fork | undefined): Promise<Run>
}
