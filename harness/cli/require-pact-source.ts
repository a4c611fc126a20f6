import type { PlannedDataSource } from '../data-source/data-source-ref.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { UsageError } from '../errors.ts'

/**
 * Makes sure that a pact can be recorded: pacts are of one data source so far, which is the one that is meant where
 * nobody names another.
 *
 * @throws UsageError where the connector talks to another one.
 */
export async function requirePactSource({ name, title }: PlannedDataSource): Promise<void> {
  const { planned } = await loadDataSource()
  if (planned.name === name) return
  throw new UsageError(`pacts are of ${planned.title} alone; this connector talks to ${title}`)
}
