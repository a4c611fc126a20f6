import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { installedSize, MOST } from './installed-size.ts'

/**
 * Packs the package, installs it in an empty folder as a user would, and runs its commands there:
 * what works in a checkout may still lack a file or a dependency when it is published.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'connector-contract-package-'))
/**
 * One check of each family, so that each of its files is found and loaded: what they say is tried in the checkout. They are
 * so many cases that workers are started for them.
 */
const FEW = ['--only', 'ENV-4,MODE-1,PAGE-3,ERR-5,LIFE-4,NET-4,SEC-3', '--runs', '40']
const STIX_SHIFTER = [
  ...['verify', '--no-store', '--only', 'MODE-1,PAGE-3', '--runs', '1'],
  ...['--module', 'abc_security_monitor'],
  ...['--stix-shifter', join(root, 'test', 'python', 'stix_shifter_stand_in')],
]
/** What is published, and nothing else: a note or a key that lies about in a folder is none of it. */
const PUBLISHED =
  /^(?:(?:bin|dist|connectors|contracts|docs|harness\/pytest)\/.+\.(?:[cm]?[jt]s|json|yaml|yml|md|py|css|html|toml|typed|txt|map|Jenkinsfile)|(?:docs|harness\/pytest)\/[\w/.-]+|package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/
const NEVER = /(?:^|\/)(?:\.env|\.npmrc|node_modules|\.connector-contract)|\.(?:pem|key|p12|log)$/
const bin = join(folder, 'node_modules', '.bin', 'connector-contract')

try {
  install()
  boundTheInstall()
  run('verify', [
    'verify',
    '--reference',
    ...FEW,
    '--json',
    'report.json',
    '--report',
    'html=report.html',
  ])
  for (const language of ['python', 'typescript']) verifySkeleton(language)
  run('verify of a module of stix-shifter', STIX_SHIFTER)
  runInVitest()
  findPartsOfADataSource()
  await runAgainstMock()
  process.stdout.write('the packed package verifies, starts connectors, serves and transmits\n')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function install(): void {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [{ filename, files }] = JSON.parse(packed.slice(packed.indexOf('[\n')))
  refuseStrays(files.map(({ path }: { readonly path: string }) => path))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', filename], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Nobody notices one package more; a sum that grows is noticed here. */
function boundTheInstall(): void {
  const { packages, megabytes, ofVitest } = installedSize(folder, 'connector-contract')
  const words = `${packages} packages, ${megabytes} MB; of these ${ofVitest.packages}, ${ofVitest.megabytes} MB by vitest`
  process.stdout.write(`an install brings ${words}\n`)
  if (packages > MOST.packages || megabytes > MOST.megabytes) {
    throw new Error(`an install may bring ${MOST.packages} packages and ${MOST.megabytes} MB`)
  }
}

function refuseStrays(files: readonly string[]): void {
  const strays = files.filter((path) => !PUBLISHED.test(path) || NEVER.test(path))
  if (strays.length > 0) throw new Error(`these are not to be published: ${strays.join(', ')}`)
}

function run(what: string, args: readonly string[]): string {
  process.stdout.write(`${what} …\n`)
  const output = execFileSync(bin, args, { cwd: folder, encoding: 'utf8' })
  process.stdout.write(output)
  return output
}

/** What `init` writes comes from sources that the package has to carry. A few clauses show that it runs. */
function verifySkeleton(language: string): void {
  const name = `${language}-connector`
  run('init', ['init', name, `--${language}`])
  const config = `${name}/connector-contract.config.yaml`
  run('verify', ['verify', '--config', config, '--only', 'MODE-1,MODE-2', '--runs', '1'])
}

/** A user's own vitest, and compiler: what `connector-contract/vitest` exports has to be found, and to run. */
function runInVitest(): void {
  process.stdout.write('the clauses as tests …\n')
  writeFileSync(
    join(folder, 'contract.test.ts'),
    `import { describe, test } from 'vitest'
import type { Connector } from 'connector-contract/connector'
import { problemsOf } from 'connector-contract/data-source'
import type { MockDataSource } from 'connector-contract/mock-datasource'
import { describeConnectorContract } from 'connector-contract/vitest'

export const typed: readonly [Connector?, MockDataSource?, typeof problemsOf?] = []

describeConnectorContract('abc', { describe, test, only: ['MODE-1', 'PAGE-3'], runs: 1, http: true })
`,
  )
  isWellTyped('contract.test.ts')
  const vitest = join(folder, 'node_modules', '.bin', 'vitest')
  const output = execFileSync(vitest, ['run'], { cwd: folder, encoding: 'utf8' })
  process.stdout.write(output)
  // A failed test would have ended it otherwise.
  const passed = /Tests +([1-9]\d*) passed \(\1\)/.test(stripVTControlCharacters(output))
  if (!passed) throw new Error('the clauses did not run as tests')
}

/** In a strict project whose types of Node.js are those of this one; the package's own are looked at too. */
function isWellTyped(file: string): void {
  const types = join('node_modules', '@types', 'node')
  symlinkSync(join(root, types), join(folder, types))
  const options = {
    module: 'nodenext',
    target: 'es2024',
    strict: true,
    noEmit: true,
    types: ['node'],
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: [file] }),
  )
  execFileSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', folder], { stdio: 'inherit' })
}

/** What `connector-contract/data-source` exports has to be found, whoever imports it. */
function findPartsOfADataSource(): void {
  process.stdout.write('the parts of a data source …\n')
  const program = `import { problemsOf, problemText } from 'connector-contract/data-source'
console.log(problemsOf({ name: 'mine' }).map(problemText).join('\\n'))`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!output.includes('title: is missing')) throw new Error(`problems are told as ${output}`)
}

/** Starts the installed `mock` and runs every line that it prints for `transmit`, up to `ping`. */
async function runAgainstMock(): Promise<void> {
  const mock = spawn(bin, ['mock', '--http', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => mock.once('exit', resolve))
  try {
    const { connection, configuration } = await bindingsOf(mock.stdout)
    const answer = run('transmit', ['transmit', 'abc', connection, configuration, 'ping'])
    if (!JSON.parse(answer).success) throw new Error(`ping of the packed package gave ${answer}`)
    await servesItsPage(JSON.parse(connection))
  } finally {
    mock.kill('SIGTERM')
  }
  const code = await ended
  if (code !== 0) throw new Error(`the packed mock ended with ${code} after SIGTERM`)
}

/** The page, and all that it names, as they are in the checkout. */
async function servesItsPage({ port }: { readonly port: number }): Promise<void> {
  const at = `http://127.0.0.1:${port}/_mock/ui`
  const page = await (await fetch(at)).text()
  const named = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('data:'))
  if (named.length < 2) throw new Error(`the packed page names ${named.join(', ') || 'nothing'}`)
  for (const name of named) {
    const answer = await fetch(new URL(name, at))
    const served = await answer.text()
    const own = readFileSync(join(root, 'mock-datasource', 'ui', basename(name)), 'utf8')
    if (!answer.ok || served !== own) throw new Error(`the packed ${name} is not what was built`)
  }
}

async function bindingsOf(output: NodeJS.ReadableStream) {
  const found = new Map<string, string>()
  for await (const line of createInterface({ input: output })) {
    const [, name, value] = /^(connection|configuration)='(.*)'$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) found.set(name, value)
    const connection = found.get('connection')
    const configuration = found.get('configuration')
    if (connection !== undefined && configuration !== undefined)
      return { connection, configuration }
  }
  throw new Error('the packed mock did not print what to paste')
}
