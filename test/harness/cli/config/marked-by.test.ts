import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { markedBy } from '../../../../harness/cli/config/marked-by.ts'
import { readConfig } from '../../../../harness/cli/config/read-config.ts'
import { makeOwnFolder } from '../../../../harness/text/own-folder.ts'

const QRADAR = readFileSync('mock-datasource/sources/qradar.yaml', 'utf8')
const MARKING = QRADAR.replace('name: qradar', 'name: our-qradar').replace(
  'connection: {',
  'connection: { secrets: [options.region, OUR_SITE, shape],',
)
const streams = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const)
afterEach(() => {
  for (const [stream, write] of streams) stream.write = write
  vi.unstubAllEnvs()
})

test('what a description marks is secret, whatever it is called, and reaches no stream', async () => {
  const file = join(makeOwnFolder(), 'ours.yaml')
  writeFileSync(file, MARKING)
  vi.stubEnv('OUR_SITE', 'site-of-ours')
  const said: string[] = []
  process.stdout.write = (chunk) => said.push(String(chunk)) > 0
  const config = await readConfig({
    dataSource: file,
    connection: '{"options":{"region":"eu-secret-7","zone":"b-zone","shape":77}}',
  })
  expect(config.secrets).toEqual([])
  const told: string[] = []
  process.stderr.write = (chunk) => told.push(String(chunk)) > 0
  const { secrets } = await markedBy(config, config.dataSource)
  expect(secrets.map(({ name, value }) => `${name} ${value}`)).toEqual([
    ...['connection.options.region eu-secret-7', 'connection.options.shape 77'],
    'env.OUR_SITE site-of-ours',
  ])
  expect(told.join('')).toBe(
    'warning: connection.options.shape: shorter than four characters, so that it is not masked\n',
  )
  process.stdout.write('region eu-secret-7, b-zone, site-of-ours')
  expect(said).toEqual(['region <connection.options.region>, b-zone, <env.OUR_SITE>'])
})
