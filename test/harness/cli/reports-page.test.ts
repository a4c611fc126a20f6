import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMS } from '../../../harness/report/forms.ts'
import { readReportFile } from '../../../harness/report/record/read-report-file.ts'
import { ConnectorFolder } from '../../support/connector-folder.ts'

const PAGE = readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8')
const COMMANDS = [...PAGE.matchAll(/```sh\n((?:.|\n)+?)```/g)].flatMap(([, block = '']) =>
  block.trimEnd().split('\n'),
)
/** The end of a window is taken to be inclusive. */
const MEMBERS = `results: async (id, offset, length) => {
  const answer = await correct.results(id, offset, Number(length) + 1)
  return answer
}`

describe('docs/reports.md', { timeout: 120_000 }, () => {
  it('has commands that run as they stand, one after the other', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.ts', MEMBERS)
    for (const command of COMMANDS) {
      if (command.includes('--compare earlier.json')) {
        copyFileSync(join(folder.path, 'report.json'), join(folder.path, 'earlier.json'))
      }
      // All clauses would take their time, and say no more of the page.
      const { exitCode } = await folder.paste(
        command.replace('./my-connector.ts', '$& --only PAGE-3 --runs 1 --http --jobs 1'),
      )
      const isConnectorContract = command.includes('connector-contract')
      expect({ command, exitCode }).toEqual({ command, exitCode: isConnectorContract ? 1 : 0 })
    }
    const written = ['report.json', 'report.md', 'report.sarif', 'report.xml']
    expect(readdirSync(folder.path)).toEqual(expect.arrayContaining(written))
    const text = readFileSync(join(folder.path, 'report.json'), 'utf8')
    expect(readReportFile(text, 'report.json').closing).toMatchObject({ exitCode: 1 })
  })

  it('names every form, and every member of the record', () => {
    const schema = JSON.parse(
      readFileSync(
        new URL('../../../contracts/schemas/report.schema.json', import.meta.url),
        'utf8',
      ),
    )
    const members = [...Object.keys(schema.properties), ...Object.keys(schema.$defs.Run.properties)]
    const firstCells = PAGE.split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|')[1])
      .join()
    const missing = [...members, ...Object.keys(FORMS)].filter(
      (name) => !firstCells.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })
})
