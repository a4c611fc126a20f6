import { type Certificate, makeCertificate } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import type { Front, FrontOptions } from '../../recordings/http-front.ts'
import { certificateFrom, writeCertificate } from './files.ts'
import { listenError } from './listen-error.ts'
import type { MockCommandOptions } from './mock-options.ts'
import { requireReachable } from './require-reachable.ts'
import { hostToReach } from './url-to-reach.ts'

const PORTS = { https: 8443, http: 8080 } as const

/** Where something is to listen that is no mock of a data source, as its options say. */
export interface WantedFront {
  readonly listen: FrontOptions
  readonly certOut: string | undefined
}

/** @throws UsageError where the options do not go together. */
export async function frontOf(options: MockCommandOptions): Promise<WantedFront> {
  const { host, port, http, certOut } = options
  requireReachable(options)
  const certificate = http ? undefined : await certificateOf(options)
  return { listen: { host, port: port ?? PORTS[http ? 'http' : 'https'], certificate }, certOut }
}

async function certificateOf({ cert, key }: MockCommandOptions): Promise<Certificate> {
  if (cert !== undefined && key !== undefined) return certificateFrom(cert, key)
  if (cert === undefined && key === undefined) return makeCertificate()
  throw new UsageError('--cert and --key are given together or not at all.')
}

/** Listens, says where, and ends when it is told to. */
export async function serveFront(
  { listen, certOut }: WantedFront,
  open: () => Promise<Front>,
  [what = '', ...more]: readonly string[],
  stopped: Promise<unknown>,
): Promise<void> {
  const { host, certificate } = listen
  const front = await open().catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, listen)
  })
  try {
    const file = certificate && (await writeCertificate(certificate.cert, certOut))
    const name = hostToReach(host)
    const url = `${certificate ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${front.port}`
    const trust = file === undefined ? [] : [`Clients have to trust ${file.path}`]
    process.stdout.write(
      `${[`listening on ${url}, ${what}`, ...more, ...trust, 'Ctrl-C stops it.'].join('\n')}\n\n`,
    )
    await stopped
    await file?.remove()
  } finally {
    await front.close()
  }
}
