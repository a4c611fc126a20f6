import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPact } from '../../../harness/pacts/read-pact.ts'
import { madePact } from './made-pact.ts'

describe('a pact that cannot be used is refused in one line', () => {
  let path: string

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
    path = join(folder, 'pact.json')
    return () => rm(folder, { recursive: true, force: true })
  })

  const reading = async (content: unknown) => {
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return readPact(path, 'ABC Security Monitor')
  }

  it('is read where it is one of specification 4 for this provider', async () => {
    await expect(reading(madePact())).resolves.toMatchObject({
      consumer: { name: 'some connector' },
    })
  })

  it.each([
    ['a file that is not JSON', '{', /pact\.json is not JSON/],
    ['JSON that is no pact', {}, /is no Pact file: it names no version/],
    [
      'a pact of specification 3',
      { ...madePact(), metadata: { pactSpecification: { version: '3.0.0' } } },
      /is written by version 3\.0\.0/,
    ],
    [
      'a pact of specification 2, which names its version otherwise',
      { ...madePact(), metadata: { pactSpecificationVersion: '2.0.0' } },
      /is written by version 2\.0\.0/,
    ],
    [
      'a pact for another provider',
      { ...madePact(), provider: { name: 'Some SIEM' } },
      /is for the provider "Some SIEM", not "ABC Security Monitor"/,
    ],
    ['a pact without interactions', { ...madePact(), interactions: [] }, /has no interactions/],
    [
      'a pact about messages',
      { ...madePact(), interactions: [{ type: 'Asynchronous/Messages', description: 'news' }] },
      /interactions\.0\.type: must be an interaction over HTTP/,
    ],
  ])('%s', async (_name, content, words) => {
    await expect(reading(content)).rejects.toThrow(words)
  })

  it('a file that is not there', async () => {
    await expect(readPact(`${path}.gone`)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/pact\.json\.gone cannot be read: ENOENT/),
    })
  })
})
