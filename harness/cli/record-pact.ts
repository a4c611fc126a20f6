import type { PactFile } from '../../contracts/pact-file.ts'
import type { GivenSecret } from '../engine/secrets/given-secrets.ts'
import { Placeholders } from '../engine/secrets/placeholders.ts'
import { UsageError } from '../errors.ts'
import { pactText } from '../pacts/pact-text.ts'
import { pactOf } from '../pacts/record/pact-of.ts'
import type { Progress } from '../run/verify.ts'
import { requireWritable } from './write-whole.ts'
import { writeForGood } from './written-files.ts'

export interface RecordPactOptions {
  readonly recordPact?: string
  readonly pactConsumer?: string
}

/** What records a run's footprint, and what writes it once the run is over. */
export interface Recording {
  readonly progress: Pick<Progress, 'asked'>
  /** @param isComplete whether the run was: half of a footprint would be taken for a change. */
  write(isComplete: boolean): Promise<void>
}

/** The file that a pact goes into, where one is recorded. @throws UsageError where it cannot be written. */
export async function pactFile({
  recordPact: path,
}: RecordPactOptions): Promise<readonly string[]> {
  if (path === undefined) return []
  await requireWritable(path, `--record-pact ${path}`)
  return [path]
}

/**
 * Gets ready for `--record-pact`. Without it, nothing is recorded or written.
 *
 * @param runs how many connectors are verified
 * @param secrets what the pact has placeholders for
 * @throws UsageError where the pact could not be written
 */
export async function recordPact(
  { recordPact: path, pactConsumer }: RecordPactOptions,
  runs: number,
  secrets: readonly GivenSecret[] = [],
): Promise<Recording> {
  if (path === undefined) {
    if (pactConsumer === undefined) return { progress: {}, write: async () => undefined }
    throw new UsageError('--pact-consumer names the consumer of a pact, and none is recorded', {
      hint: 'Add --record-pact FILE.',
    })
  }
  const option = `--record-pact ${path}`
  if (runs > 1) {
    throw new UsageError('--record-pact records one connector, and several are verified', {
      hint: 'Name the one that is meant.',
    })
  }
  await requireWritable(path, option)
  let pact: PactFile | undefined
  return {
    progress: {
      asked: (footprint, { label, seed, runs }) => {
        const by = { seed, runs }
        pact = pactOf(footprint, pactConsumer ?? label, by)
      },
    },
    write: async (isComplete) => {
      // A pact without interactions would say that the connector asks nothing, and others would believe it.
      const isEmpty = pact === undefined || pact.interactions.length === 0
      if (pact === undefined || isEmpty || !isComplete) {
        const why = isComplete
          ? 'nothing was asked of the data source'
          : 'the run was not completed'
        process.stderr.write(`${option}: ${why}, so no pact is written\n`)
        return
      }
      await writeForGood(path, pactText(new Placeholders(secrets).putIn(pact)), option)
    },
  }
}
