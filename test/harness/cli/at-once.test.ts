import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConnectorFolder } from '../../support/connector-folder.ts'

/** Two connectors, each broken in another way, and what each breaks. */
const BROKEN = {
  'ping-throws.ts': ["ping: async () => { throw new Error('no') },", 'ENV-1'],
  'one-more.ts': [
    'results: (id, from, length) => correct.results(id, from, Number(length) + 1),',
    'PAGE-3',
  ],
} as const

test('two runs in one folder at once lose no failure, no report and no waiver of each other', {
  timeout: 120_000,
}, async () => {
  const folder = await ConnectorFolder.make()
  for (const [name, [members]] of Object.entries(BROKEN)) await folder.writeConnector(name, members)
  const runs = await Promise.all(
    Object.entries(BROKEN).map(([name, [, clause]]) =>
      folder.run(
        ...['verify', `./${name}`, '--only', clause, '--runs', '1', '--http', '--jobs', '1'],
        ...['--json', `${name}.json`, '--write-waivers', 'waivers.yaml'],
      ),
    ),
  )
  expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr.includes('drafted in')])).toEqual([
    [1, true],
    [1, true],
  ])
  const waivers = await readFile(join(folder.path, 'waivers.yaml'), 'utf8')
  const kept = await readdir(join(folder.path, '.connector-contract', 'failures'))
  for (const [name, [, clause]] of Object.entries(BROKEN)) {
    const report = JSON.parse(await readFile(join(folder.path, `${name}.json`), 'utf8'))
    const [run] = report.runs
    expect(run.violations).toMatchObject([{ clause }])
    expect(waivers).toContain(`clause: ${clause}`)
    expect(kept).toContain(`${run.violations[0].id}.json`)
  }
  expect((await readdir(folder.path)).filter((each) => /\.(?:lock|tmp)$/.test(each))).toEqual([])
})
