import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'
import { Declarations } from '../../../../contracts/declarations.ts'
import { type ReadScenario, readScenario } from '../../../../harness/cli/scenario/read-scenario.ts'
import { writeScenario } from '../../../../harness/cli/scenario/write-scenario.ts'
import { findDataSource } from '../../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../../harness/data-source/load-data-source.ts'
import type { Failure } from '../../../../harness/engine/failures/failure.ts'
import { travel } from '../../../../harness/run/scenario/travel.ts'
import { makeCertificate } from '../../../../mock-datasource/index.ts'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'
import { connector as harbour } from '../../../sources/harbour-log/connector.ts'
import { factoryDriver } from '../../../support/factory-driver.ts'
import { madeFailure } from '../../../support/made-failure.ts'
import { CORRECT_CONNECTORS } from '../../../wrapped/support/correct.ts'
import { WRONG_WAYS } from '../../run/scenario/wrong-ways.ts'

const HARBOUR = resolve('test/sources/harbour-log/harbour-log.yaml')
const certificate = await makeCertificate()
const abc = (CORRECT_CONNECTORS[0] ?? { make: harbour }).make

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Writes a failure as a scenario, and gives the file where somebody else has it, with what was said. */
async function sent(failure: Failure): Promise<{ path: string; text: string; said: string }> {
  const own = join(newFolder(), 'bug.yaml')
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await writeScenario(failure, process.cwd(), own)
    const path = join(newFolder(), 'bug.yaml')
    const text = readFileSync(own, 'utf8')
    writeFileSync(path, text)
    return { path, text, said: printed.mock.calls.join('') }
  } finally {
    printed.mockRestore()
  }
}

function through({ scene, definition: source }: ReadScenario, make: ConnectorFactory) {
  const [mode = 'asynchronous'] = source.modes
  const driver = factoryDriver(make)
  const declarations = Declarations.parse({ ...source.declarations })
  const session = { source, driver, certificate, mode, declarations }
  const scheme = scene.scheme ?? 'https'
  return travel({ ...session, scheme, name: 'stranger', deadlineMilliseconds: 10_000 }, scene)
}

const call = (change: Partial<NonNullable<Failure['latestCall']>>) =>
  madeFailure({
    latestCall: { method: 'ping', arguments: [], change: {}, elsewhere: false, ...change },
  })

it('carries the description of a data source of the user’s own', { timeout: 30_000 }, async () => {
  const { definition, planned } = await loadDataSource(findDataSource(HARBOUR, '/'))
  const mock = await openMock({ dataSource: definition })
  mock.control.patchSettings({ dataSet: { rows: 5, seed: 1 } })
  const file = relative(process.cwd(), HARBOUR)
  const { text, path, said } = await sent({
    ...call({ method: 'results', arguments: [definition.query.all, 1, 3] }),
    scheme: 'https',
    data_source: { name: planned.name, hash: planned.hash, file },
    snapshot: mock.control.snapshot() as never,
  })
  expect(said).not.toContain(file)
  for (const { value } of mock.control.secrets()) expect(text).not.toContain(value)
  const read = await readScenario(path, undefined, [])
  expect(read.planned).toMatchObject({ name: planned.name, hash: planned.hash })
  const right = await through(read, harbour)
  expect([right.findings, right.calls.length]).toEqual([[], 1])
  const wrong = await through(read, WRONG_WAYS['loses a row of each page'](harbour))
  expect(wrong.findings).toMatchObject([{ clause: 'PAGE-2' }])
  // What a mock of it saves is as whole, and is a scenario of no other.
  const { body } = await mock.bare('get', '/_mock/scenario')
  writeFileSync(path, JSON.stringify(body))
  expect((await readScenario(path)).definition.name).toBe(definition.name)
  await expect(readScenario(path, 'okta')).rejects.toThrow(`it is of ${definition.name}, and`)
})

it('says a mistake of a description within it with its place', async () => {
  const path = join(newFolder(), 'bug.yaml')
  writeFileSync(path, 'version: 1\ndata_source: { version: 1, naem: x }\n')
  await expect(readScenario(path)).rejects.toThrow(`--scenario ${path}: data_source: naem: `)
})

it('carries other credentials and connections of a call', async () => {
  const { path } = await sent(call({ change: { credentials: { password: 'of-nobody' } } }))
  const read = await readScenario(path, undefined, [])
  expect((await through(read, abc)).findings).toEqual([])
  const blind = WRONG_WAYS['takes whatever comes for a success'](abc)
  expect((await through(read, blind)).findings).toMatchObject([
    { expected: 'a failure: the data source has answered nothing that is a success' },
  ])
})

it('has placeholders for secrets, which are those of whoever runs it', async () => {
  const written = 'x {{password, plain}} {{secret configuration.auth.pin, plain}}'
  const { path, text, said } = await sent(call({ method: 'status', arguments: [written] }))
  expect(text).toContain(written)
  expect(said).toContain('Whoever runs it is asked for configuration.auth.pin.')
  await expect(readScenario(path, undefined, [])).rejects.toThrow(
    `--scenario ${path}: configuration.auth.pin is secret and not in it: give one, with --configuration`,
  )
  const pin = { name: 'configuration.auth.pin', value: 'pin-of-ann', isNamed: true }
  const read = await readScenario(path, undefined, [pin])
  const { journey } = await through(read, abc)
  expect(journey.calls[0]?.answer.arguments[0]).toMatch(/^x [^{}]+ pin-of-ann$/)
})

it('is none of what reaches a second data source, which is said', async () => {
  await expect(sent(call({ elsewhere: true }))).rejects.toThrow(
    'is no scenario: its call reaches a second data source, of which no scenario knows the address',
  )
})
