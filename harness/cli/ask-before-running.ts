import { createInterface } from 'node:readline/promises'
import { targetName } from '../drivers/target-name.ts'
import { dataSourceOf, type Failure, targetOf } from '../engine/failures/failure.ts'
import { visible } from '../text/visible.ts'

/** A failure that somebody else may have written, and whether it may be run. */
export interface Foreign {
  readonly failure: Failure
  readonly folder: string
  /** Whether the user has said so on the command line. */
  readonly run: boolean
}

/** What a failure would have this machine run, in words for one line. */
export function wouldRun({ failure, folder }: Foreign): string {
  const target = targetOf(failure, folder)
  const kinds = {
    ...{ command: 'the command ', module: 'the module ', 'python-object': 'the object of ' },
    ...{ 'stix-shifter': 'the module ', 'proxy-host': 'requests to ' },
  } as const
  const python = target.kind === 'stix-shifter' ? `, by ${target.python}` : ''
  const file = dataSourceOf(failure, folder)?.from
  const described =
    file?.kind === 'file' ? `, with the data source in ${failure.data_source.file}` : ''
  return visible(`${kinds[target.kind]}${targetName(target)}${python}${described}`)
}

/** Whether a failure that this machine has not written is to be run: the user says so by `--run`, or asked on a terminal. */
export async function mayRun(foreign: Foreign): Promise<boolean> {
  if (foreign.run) return true
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const question = `${foreign.failure.id} was not kept by this machine, and runs ${wouldRun(foreign)}\nRun it? [y/N] `
    return /^y(?:es)?$/i.test((await lines.question(question)).trim())
  } finally {
    lines.close()
  }
}
