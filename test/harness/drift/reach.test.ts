import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { requireReachable } from '../../../harness/drift/reach.ts'
import { ProviderError } from '../../../harness/errors.ts'
import { makeCertificate } from '../../../mock-datasource/index.ts'
import { type Place, sideAt, startedMock } from './support/compared.ts'

type SideOptions = Parameters<typeof sideAt>[2]

/** What is said of a side that cannot be compared: the message, and the hint below it. */
async function refusal(place: Place, options: SideOptions = {}, address?: string): Promise<string> {
  const mock = await startedMock(place)
  const side = sideAt(address ?? mock.url, mock, options)
  const error = await requireReachable(side).then(
    () => undefined,
    (each: unknown) => each,
  )
  if (!(error instanceof ProviderError)) throw new Error(`not refused: ${error}`)
  expect(error.exitCode).toBe(3)
  return `${error.message}\n${error.hint}`.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
}

describe('a side that cannot be compared is named, with what to do', () => {
  it('where nothing listens', async () => {
    const mock = await startedMock({})
    await mock.close()
    const side = sideAt(mock.url, mock)
    await expect(requireReachable(side)).rejects.toThrow(/cannot be reached: connect ECONNREFUSED/)
  })

  it('where the certificate is self-signed and not given', async () => {
    const text = await refusal({ scheme: 'https' }, { certificate: undefined })
    expect(text).toContain(
      'The certificate of https://HOST is not trusted: self-signed certificate',
    )
    expect(text).toContain('with --cert FILE')
  })

  it('where it is the other side whose certificate is not given', async () => {
    const options = { certificate: undefined, name: 'against' } as const
    expect(await refusal({ scheme: 'https' }, options)).toContain('with --against-cert FILE')
  })

  it('where the certificate is for another name', async () => {
    const certificate = await makeCertificate({ names: ['elsewhere.invalid'] })
    const text = await refusal({ scheme: 'https', certificate })
    expect(text).toBe(
      'https://HOST shows a certificate for another name\nName it in --url as its certificate does.',
    )
  })

  it('where it speaks no TLS', async () => {
    const mock = await startedMock({})
    const text = await refusal({}, {}, mock.url.replace('http:', 'https:'))
    expect(text).toMatch(
      /^https:\/\/HOST does not speak TLS \(\w+\)\nIf .* write http:\/\/ in --url\.$/,
    )
  })

  it('where it redirects, and where to', async () => {
    const faults = [{ kind: 'redirect', to: 'https://other.example:8443', status: 308 }] as const
    const text = await refusal({ faults })
    expect(text).toContain('redirects (308) to https://other.example:8443/api/v1\n')
    expect(text).toContain('name it in --url')
  })

  it('where the credentials are wrong', async () => {
    const credentials = { kind: 'basic', username: 'ann', password: 'wrong-one' } as const
    const text = await refusal({}, { credentials })
    expect(text).toContain('refuses these credentials (401)')
    expect(text).toContain('--username and --password, or --token')
    expect(text).not.toContain('wrong-one')
  })

  it('where the account may not use the API', async () => {
    const account = { credentials: { username: 'ann', password: 'pass-word' }, permitted: false }
    const text = await refusal({ settings: { accounts: [account] } }, { name: 'against' })
    expect(text).toContain('does not let these credentials use the API (403)')
    expect(text).toContain('--against-username')
  })

  it('where it refuses for too many requests', async () => {
    const faults = [{ kind: 'rate-limit' }] as const
    expect(await refusal({ faults })).toContain('answers 429 again and again')
  })

  it('where it is another service', async () => {
    const server = createServer((_, reply) =>
      reply.writeHead(404, { 'content-type': 'text/html' }).end('<p>'),
    )
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const text = await refusal({}, {}, address)
    expect(text).toContain(
      'http://HOST/api/v1 is not the API: GET /ping is answered with 404 (text/html)',
    )
  })
})

describe('a side can be compared', () => {
  it('where a token takes the place of name and password', async () => {
    const mock = await startedMock({})
    const credentials = { kind: 'token', token: mock.account.credentials['token'] ?? '' } as const
    await expect(requireReachable(sideAt(mock.url, mock, { credentials }))).resolves.toBeUndefined()
  })

  it('where the certificate is given', async () => {
    const mock = await startedMock({ scheme: 'https' })
    await expect(requireReachable(sideAt(mock.url, mock))).resolves.toBeUndefined()
  })
})
