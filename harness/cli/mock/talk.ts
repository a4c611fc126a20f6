import type {
  DataSourceDefinition,
  Glance,
  MockDataSource,
} from '../../../mock-datasource/index.ts'
import { exchangeLine } from './exchange-line.ts'
import { nearestOperation } from './nearest-operation.ts'

/** How exchanges are told of on standard output. */
export type Talk = 'text' | 'json' | 'none'

/** Prints each exchange as it ends; to people also one that keeps its client waiting. The result stops it. */
export function talk(
  { control }: Pick<MockDataSource, 'control'>,
  source: DataSourceDefinition,
  how: Talk,
): () => void {
  if (how === 'none') return () => {}
  const write = how === 'json' ? jsonLine : textLine
  const tell = (glance: Glance) => {
    const nearest = glance.operation === undefined ? nearestOperation(source, glance) : undefined
    process.stdout.write(`${write(glance, nearest)}\n`)
  }
  return control.journal.watch(tell, how === 'text' ? tell : undefined)
}

function textLine(glance: Glance, nearest: string | undefined): string {
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined
  return exchangeLine(glance, { columns, ...(nearest !== undefined && { nearest }) })
}

function jsonLine({ time, searchId, ...glance }: Glance, nearest: string | undefined): string {
  return JSON.stringify({
    time: new Date(time).toISOString(),
    ...glance,
    ...(searchId !== undefined && { search_id: searchId }),
    ...(nearest !== undefined && { nearest }),
  })
}
