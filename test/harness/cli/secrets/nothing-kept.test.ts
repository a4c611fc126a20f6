import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORMS } from '../../../../harness/report/forms.ts'
import { ENCODERS } from '../../../contracts/secrets/encoders.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'

/** What a user gives, each another way; each holds what every encoder writes in another form. */
const SECRETS = {
  connection: `cK&3"x<'9\\ü/Zq+`,
  configuration: `fG%5'y>"7\\ö/Wr-`,
  variable: `eV=7"z<'5\\ä/Xs_`,
  marked: `mN~9'w&"3\\ß/Yt.`,
} as const
/** As long as what is masked of one that was cut, in each of its encodings. */
const PART = 56

const written = (secret: string) => Object.values(ENCODERS).map((write) => write(secret))
/** Whole in each encoding, and cut at either end. */
const everywhere = (secret: string) =>
  written(secret).flatMap((text) => [text, text.slice(0, PART), text.slice(-PART)])

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
import { ENCODERS } from ${JSON.stringify(new URL('../../../contracts/secrets/encoders.ts', import.meta.url).href)}
const forms = (secret) => Object.values(ENCODERS).flatMap((write) =>
  [write(secret), write(secret).slice(0, ${PART}), write(secret).slice(-${PART})])
let said = []`

async function leaking(): Promise<ConnectorFolder> {
  const folder = await ConnectorFolder.make()
  const said = `__: (said = [connection.options.api_key, configuration.auth.extra, process.env.API_TOKEN,
    connection.options.shape].flatMap(forms)),`
  await folder.writeConnector('mine.ts', `${said}${LEAKS}`, ABOVE)
  return folder
}

const GIVEN = [
  ...[
    '--connection',
    JSON.stringify({ options: { api_key: SECRETS.connection, shape: SECRETS.marked } }),
  ],
  ...['--configuration', JSON.stringify({ auth: { extra: SECRETS.configuration } })],
  ...['--env', `API_TOKEN=${SECRETS.variable}`, '--secret', 'shape'],
]

async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const own = files.filter((file) => file.isFile() && !file.parentPath.includes('node_modules'))
  return own.map((file) => join(file.parentPath, file.name))
}

/** Names alone: a failed test must not print what it looks for whole texts of. */
function foundIn(text: string): readonly string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    everywhere(secret).flatMap((form) => {
      const at = text.indexOf(form)
      return at < 0 ? [] : [`${name}: …${text.slice(Math.max(0, at - 60), at + form.length + 9)}…`]
    }),
  )
}

test('no secret is in any file or stream of a run, however the connector writes it down', {
  timeout: 120_000,
}, async () => {
  const folder = await leaking()
  const reports = Object.keys(FORMS).flatMap((form) => ['--report', `${form}=report.${form}`])
  const { stdout, stderr, exitCode } = await folder.run(
    ...['verify', './mine.ts', '--only', 'LIFE-2,MODE-1', '--runs', '1', '--http', '--jobs', '1'],
    ...[...reports, '--write-waivers', 'waivers.yaml', ...GIVEN],
  )
  expect(exitCode, stderr).toBe(1)
  expect(foundIn(stdout)).toEqual([])
  expect(foundIn(stderr)).toEqual([])
  const files = (await filesIn(folder.path)).filter((file) => !file.endsWith('mine.ts'))
  expect(files.length).toBeGreaterThan(Object.keys(FORMS).length)
  for (const file of files) expect(foundIn(await readFile(file, 'utf8')), file).toEqual([])
})
