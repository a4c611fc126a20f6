import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
import { ExchangeMasker } from '../../recordings/exchange-masker.ts'
import { openRecording } from '../../recordings/recording-reader.ts'
import { type Replayed, startReplayer } from '../../recordings/replayer.ts'
import { visible } from '../../text/visible.ts'
import { secretVariables } from '../config/secrets-among.ts'
import { frontOf, serveFront } from './front.ts'
import type { MockCommandOptions } from './mock-options.ts'

/** `mock --serve-recording`: serves a recording until it is stopped. @throws UsageError */
export async function serveRecording(
  options: MockCommandOptions,
  source: DataSourceDefinition | undefined,
  stopped: Promise<unknown>,
): Promise<void> {
  const { serveRecording: path = '' } = options
  const { exchanges, notes } = openRecording(path, '--serve-recording')
  for (const note of notes) process.stderr.write(`warning: ${visible(note)}\n`)
  const front = await frontOf(options)
  const open = () =>
    startReplayer({
      ...front.listen,
      exchanges,
      masker: new ExchangeMasker(source?.credentials, secretVariables(options.secret)),
      replayed: (each) => {
        if (!options.quiet) process.stdout.write(`${visible(line(each))}\n`)
      },
    })
  const what = [`with ${exchanges.length} exchanges of ${path}`]
  await serveFront(front, open, [...what, 'Nothing else is answered.'], stopped)
}

function line({ method, path, status, served, again, nearest, trouble }: Replayed): string {
  const asked = `${method} ${path} ${status ?? 'no answer'}`
  if (trouble !== undefined) return `${asked} ${trouble}`
  if (served !== undefined) return `${asked} exchange ${served.n}${again ? ', again' : ''}`
  const near =
    nearest === undefined
      ? ''
      : `; the nearest is exchange ${nearest.n}: ${nearest.method} ${nearest.path}`
  return `${asked} is in no exchange${near}`
}
