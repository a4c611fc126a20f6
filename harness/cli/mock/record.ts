import { createPrivateKey, X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
import { baseUrlOf } from '../../deployment/base-url.ts'
import { UsageError } from '../../errors.ts'
import { ExchangeMasker } from '../../recordings/exchange-masker.ts'
import { type Ended, startRecorder, type Upstream } from '../../recordings/recorder.ts'
import { RecordingWriter } from '../../recordings/recording-writer.ts'
import { readGiven } from '../../text/read-given.ts'
import { visible } from '../../text/visible.ts'
import { secretVariables } from '../config/secrets-among.ts'
import { frontOf, serveFront } from './front.ts'
import type { MockCommandOptions } from './mock-options.ts'

/** `mock --record`: stands before a real service until it is stopped. @throws UsageError */
export async function record(
  options: MockCommandOptions,
  source: DataSourceDefinition | undefined,
  stopped: Promise<unknown>,
): Promise<void> {
  const { record: folder = '', from, dryRun } = options
  if (from === undefined) {
    throw new UsageError('--record needs the address of the service: --from https://host:port')
  }
  const upstream = upstreamOf(from, options)
  const writer = dryRun ? undefined : new RecordingWriter(folder, upstream.origin)
  const masker = new ExchangeMasker(source?.credentials, secretVariables(options.secret))
  const front = await frontOf(options)
  const full = Promise.withResolvers<never>()
  const open = () =>
    startRecorder({
      ...front.listen,
      ...{ upstream, masker },
      ended: ({ exchange, at }) => {
        try {
          const file = writer?.add(exchange)
          if (!options.quiet) process.stdout.write(`${line(exchange, at, file)}\n`)
        } catch (error) {
          // Whoever records does not want to go on without.
          full.reject(error)
        }
      },
    })
  const what = dryRun
    ? `What would be masked is shown, and nothing written.`
    : `Every exchange is written to ${folder}, secrets masked.`
  const words = [`before ${upstream.origin}${upstream.basePath}`, what]
  await serveFront(front, open, words, Promise.race([stopped, full.promise]))
}

function upstreamOf(from: string, options: MockCommandOptions): Upstream {
  const { ca, clientCert, clientKey, insecure } = options
  if ((clientCert === undefined) !== (clientKey === undefined)) {
    throw new UsageError('--client-cert and --client-key are given together or not at all.')
  }
  return {
    ...baseUrlOf(from, '--from', ''),
    ca: ca === undefined ? undefined : [...getCACertificates('default'), certificate('--ca', ca)],
    cert: clientCert === undefined ? undefined : certificate('--client-cert', clientCert),
    key: clientKey === undefined ? undefined : privateKey('--client-key', clientKey),
    insecure,
  }
}

function certificate(option: string, path: string): string {
  const text = textIn(option, path)
  try {
    new X509Certificate(text)
  } catch {
    throw new UsageError(`${option} ${path} holds no PEM certificate`)
  }
  return text
}

function privateKey(option: string, path: string): string {
  const text = textIn(option, path)
  try {
    createPrivateKey(text)
  } catch {
    throw new UsageError(`${option} ${path} holds no PEM private key that needs no passphrase`)
  }
  return text
}

function textIn(option: string, path: string): string {
  try {
    return readGiven(path)
  } catch (error) {
    throw new UsageError(`${option} ${path} cannot be read: ${(error as Error).message}`)
  }
}

function line(
  { request, response, took = 0, trouble }: Ended['exchange'],
  at: Ended['at'],
  file: string | undefined,
): string {
  const status =
    response === undefined ? trouble : `${response.status}${response.cut ? ' (cut)' : ''}`
  const where = file === undefined ? '' : ` -> ${file}`
  const masked = at.length === 0 ? '' : `\n         masked: ${at.join(', ')}`
  return visibleLines(`${request.method} ${request.path} ${status} ${took} ms${where}${masked}`)
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}
