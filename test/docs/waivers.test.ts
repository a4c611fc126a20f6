import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ConnectorFolder } from '../support/connector-folder.ts'

const PAGE = await readFile(
  fileURLToPath(new URL('../../docs/waivers.md', import.meta.url)),
  'utf8',
)
/** What makes a command of the page a short one, which changes nothing about what it shows. */
const SHORT = '--only PAGE-1 --http --jobs 1 --runs 1'

/** The code in the page's blocks of a language, in their order. */
function blocks(language: string): readonly string[] {
  const found = [...PAGE.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
  return found.flatMap(([, name, code = '']) => (name === language ? [code] : []))
}

const [drafts = '', filledIn = '', passes = '', expires = '', replay = ''] = [
  blocks('sh')[0],
  blocks('yaml')[1],
  ...blocks('sh').slice(1),
]
const [refused = '', waived = '', replayed = ''] = blocks('')
const shortened = (command: string) =>
  command
    .trim()
    .replace(/ --only PAGE-1/, '')
    .replace('./my-connector.ts', `$& ${SHORT}`)

// Each run is a process with workers of its own; several at once would only wait for each other.
describe('docs/waivers.md', { timeout: 120_000 }, () => {
  it('is what happens, from the draft to the replay', async () => {
    const folder = await ConnectorFolder.make()
    const config = join(folder.path, 'connector-contract.config.yaml')
    await folder.writeConnector(
      'my-connector.ts',
      `results: (id, offset, length, metadata) =>
  correct.results(id, offset, Number(length) + 1, metadata)`,
    )

    const drafted = await folder.paste(shortened(drafts))
    expect(drafted.exitCode).toBe(1)
    expect(drafted.stderr).toContain('drafted in connector-contract.config.yaml: PAGE-1 results\n')
    const draft = await readFile(config, 'utf8')
    const dated = (text: string) => text.replace(/\d{4}-\d\d-\d\d/, 'then')
    expect(dated(draft)).toContain(dated(blocks('yaml')[0] ?? ''))

    const unfinished = await folder.paste(shortened(passes))
    expect(unfinished.exitCode).toBe(2)
    expect(unfinished.stderr).toContain(refused.trim())

    await writeFile(config, filledIn)
    const passed = await folder.paste(shortened(passes))
    expect(passed.exitCode).toBe(0)
    expect(passed.stdout).toContain(waived)

    const late = await folder.paste(shortened(expires))
    expect(late.exitCode).toBe(1)
    expect(late.stdout).toContain('! the waiver of PAGE-1 results has expired')

    const again = await folder.paste(replay.trim())
    expect(again.exitCode).toBe(1)
    const withoutId = (text: string) => text.replace(/[0-9a-f]{8}/, 'id')
    expect(withoutId(again.stdout)).toContain(withoutId(replayed.trim()))

    await writeFile(config, filledIn.replace('2099-12-31', '2020-01-01'))
    const expired = await folder.paste(replay.trim())
    expect(expired.stdout).toMatch(/^STILL VIOLATED {2}\w+ {2}PAGE-1 .*\n.*has expired: it counted/)
  })

  it('names an option that takes no day in the past', async () => {
    const folder = await ConnectorFolder.make()
    const { exitCode, stderr } = await folder.run('verify', '--today', '2020-01-01')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/It must be a day, and none before \d{4}-\d\d-\d\d\./)
  })
})
