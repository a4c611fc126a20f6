import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { linesToPaste } from '../../../../harness/cli/mock/lines-to-paste.ts'
import { findDataSource } from '../../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../../harness/data-source/load-data-source.ts'
import { BUILT_IN, startMockDataSource } from '../../../../mock-datasource/index.ts'
import { BIN } from '../../../support/command-line/paths.ts'

/** All that come with the package, and one of a user's own. */
const SOURCES = [...BUILT_IN.map(({ name }) => name), './test/sources/tide-gate/tide-gate.yaml']

async function served(name: string) {
  const { definition } = await loadDataSource(findDataSource(name, process.cwd()))
  const progress = { by: 'polls', polls: 0 } as const
  const mock = await startMockDataSource({ dataSource: definition, settings: { progress } })
  const folder = await mkdtemp(join(tmpdir(), 'lines-'))
  onTestFinished(async () => {
    await mock.close()
    await rm(folder, { recursive: true })
  })
  const certificate = join(folder, 'certificate.pem')
  await writeFile(certificate, mock.certificate ?? '')
  await symlink(BIN, join(folder, 'connector-contract'))
  const own = join(folder, 'mine.ts')
  const module = new URL(`../../../sources/${definition.name}/connector.ts`, import.meta.url).href
  await writeFile(
    own,
    `import * as its from '${module}'\nexport default its.default ?? its.connector\n`,
  )
  const text = linesToPaste(mock, definition, { certificate }, { adminToken: undefined })
  const paste = (lines: readonly string[]) =>
    promisify(execFile)('sh', ['-ec', lines.join('\n')], {
      env: {
        ...process.env,
        PATH: [folder, dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
    })
  return { mock, definition, own, lines: text.split('\n'), paste }
}

test.each(SOURCES)('every curl line that is printed for %s works as it stands', async (name) => {
  const { mock, definition, lines, paste } = await served(name)
  const curls = lines.filter((line) => /^(?:\w+=\$\()?curl /.test(line))
  const { stdout } = await paste(curls)
  expect(stdout).toContain('"last_sequence"')
  const asked = mock.control.journal.glances()
  const [mode] = definition.modes
  const due = Object.values(definition.methods[mode] ?? {})
  expect(asked.map(({ operation }) => operation)).toEqual(expect.arrayContaining(due))
  expect(asked.filter(({ status = 500 }) => status >= 300)).toEqual([])
})

test.each(SOURCES)(
  'the lines for a connector reach the mock of %s',
  { timeout: 60_000 },
  async (name) => {
    const { mock, lines, paste, own } = await served(name)
    const script = lines
      .filter((line) =>
        /^(?:connector|connection|configuration|export .*)=|transmit .* ping$/.test(line),
      )
      .map((line) => line.replace('./my-connector.ts', own).replace('npx ', ''))
    const { stdout } = await paste(script)
    expect(JSON.parse(stdout)).toMatchObject({ success: true })
    expect(mock.control.journal.glances().at(-1)?.status).toBeLessThan(300)
  },
)

test('the lines for a connector make a search, and go on with it', async () => {
  const { mock, lines, paste } = await served('abc-security-monitor')
  const script = lines
    .filter((line) =>
      /^(?:connection|configuration|search_id)=|transmit .* (?:status|results|delete) /.test(line),
    )
    .map((line) => line.replaceAll('npx ', ''))
  const { stdout } = await paste(script)
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).success),
  ).toEqual([true, true, true])
  expect(mock.control.state().searches).toEqual([])
})
