import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMS } from '../../../../harness/report/forms.ts'
import { secret } from '../../../contracts/secrets/secret-arbitrary.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'
import { formsWithCuts } from './forms-with-cuts.ts'

/** How a user may give one; each time another is made. */
const WAYS = ['connection', 'configuration', 'variable', 'marked'] as const
type Secrets = Readonly<Record<(typeof WAYS)[number], string>>
/** A run each. */
const SEEDS = [1, 2]

function secretsOf(seed: number): Secrets {
  const [connection = '', configuration = '', variable = '', marked = ''] = fc.sample(secret, {
    ...{ seed, numRuns: WAYS.length },
  })
  return { connection, configuration, variable, marked }
}

/** Says all that it is given in whatever form: where it logs, in an error, in the trace, in what it asks for. */
const LEAKS = `
  ping: async () => {
    console.log(said.join('\\n'))
    console.error(said.join(' '))
    return { success: false, error: said.join('; '), code: 'unknown' }
  },
  query: async (text) => correct.query(text + ' /* ' + said.slice(0, 8).join(' ') + ' */'),
  status: async () => { throw new Error(said.join('\\n')) },
  delete: async () => said,`
const ABOVE = `
import { formsWithCuts as forms } from ${JSON.stringify(new URL('./forms-with-cuts.ts', import.meta.url).href)}
let said = []`

async function leaking(): Promise<ConnectorFolder> {
  const folder = await ConnectorFolder.make()
  const said = `__: (said = [connection.options.api_key, configuration.auth.extra, process.env.API_TOKEN,
    connection.options.shape].flatMap(forms)),`
  await folder.writeConnector('mine.ts', `${said}${LEAKS}`, ABOVE)
  return folder
}

function given({ connection, configuration, variable, marked }: Secrets): readonly string[] {
  return [
    ...['--connection', JSON.stringify({ options: { api_key: connection, shape: marked } })],
    ...['--configuration', JSON.stringify({ auth: { extra: configuration } })],
    ...['--env', `API_TOKEN=${variable}`, '--secret', 'shape'],
  ]
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const own = files.filter((file) => file.isFile() && !file.parentPath.includes('node_modules'))
  return own.map((file) => join(file.parentPath, file.name))
}

/** Where one is found, with what stands around it. */
function foundIn(text: string, secrets: Secrets): readonly string[] {
  return WAYS.flatMap((way) =>
    formsWithCuts(secrets[way]).flatMap((form) => {
      const at = text.indexOf(form)
      return at < 0 ? [] : [`${way}: …${text.slice(Math.max(0, at - 60), at + form.length + 9)}…`]
    }),
  )
}

test.each(SEEDS)(
  'no secret is in any file or stream of a run, whatever it is and however the connector writes it down (%d)',
  {
    timeout: 120_000,
  },
  async (seed) => {
    const secrets = secretsOf(seed)
    const folder = await leaking()
    const reports = Object.keys(FORMS).flatMap((form) => ['--report', `${form}=report.${form}`])
    const { stdout, stderr, exitCode } = await folder.run(
      ...['verify', './mine.ts', '--only', 'LIFE-2,MODE-1', '--runs', '1', '--http', '--jobs', '1'],
      ...[...reports, '--write-waivers', 'waivers.yaml', ...given(secrets)],
    )
    expect(exitCode, stderr).toBe(1)
    expect(foundIn(stdout, secrets)).toEqual([])
    expect(foundIn(stderr, secrets)).toEqual([])
    const files = (await filesIn(folder.path)).filter((file) => !file.endsWith('mine.ts'))
    expect(files.length).toBeGreaterThan(Object.keys(FORMS).length)
    for (const file of files)
      expect(foundIn(await readFile(file, 'utf8'), secrets), file).toEqual([])
  },
)
