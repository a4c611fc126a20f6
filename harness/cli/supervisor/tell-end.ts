import type { CommandEnd } from '../command-line.ts'
import { writtenFiles } from '../written-files.ts'
import { tell } from './line.ts'

/** Tells the supervisor how the command has ended. One that has not said what it comes to has not ended well. */
export function tellEnd({ kind, exitCode }: CommandEnd): void {
  if (kind === 'unsaid') return
  if (exitCode === 2 || (kind === 'ended' && exitCode !== 1)) tell({ kind: 'ended', exitCode })
  else if (kind === 'concluded') tell({ kind: 'closed', exitCode, files: writtenFiles() })
}
