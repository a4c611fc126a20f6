import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReportFile } from '../../harness/report/record/read-report-file.ts'
import { ConnectorFolder } from '../support/connector-folder.ts'

const PAGE = readFileSync('docs/sharding.md', 'utf8')
const [, block = ''] = /```sh\n(.*?)```/s.exec(PAGE) ?? []
const COMMANDS = block.trimEnd().split('\n')
/** What makes a command of the page a short one, which changes nothing about what it shows. */
const SHORT = '--runs 6 --only MODE,PAGE-1,PAGE-5 --http --jobs 1'

describe('docs/sharding.md', { timeout: 60_000 }, () => {
  it('has commands that run as they stand, one after the other', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.ts', 'is_async: () => true')
    for (const command of COMMANDS) {
      const { exitCode } = await folder.paste(command.replace('--runs 300', SHORT))
      expect({ command, exitCode }).toEqual({ command, exitCode: 0 })
    }
    expect(readdirSync(folder.path)).toContain('report.html')
    const report = readReportFile(readFileSync(join(folder.path, 'report.json'), 'utf8'), 'report')
    expect(report.closing).toMatchObject({ complete: true, exitCode: 0 })
  })

  it('points to files that are there', () => {
    const links = [...PAGE.matchAll(/\]\((ci\/[^)]+)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(readdirSync('docs/ci')).toContain(link.replace('ci/', ''))
  })
})
