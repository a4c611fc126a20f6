import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type MockDataSource,
  makeCertificate,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import { configurationOf, makeDocFolder } from './commands/doc-folder.ts'
import { DocShell } from './commands/doc-shell.ts'
import { ELSEWHERE, NOT_HERE, SAME_ON_EVERY_PAGE } from './commands/exceptions.ts'
import { Reader } from './commands/reader.ts'
import { commandsIn, commandsOf, pages, withoutComment } from './commands/shell-commands.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Read from the page's own words: the account of the deployments that its commands speak to. */
const ACCOUNT = {
  credentials: { username: 'ann', password: '…', token: 'token-of-ann' },
  permitted: true,
}

const testedElsewhere = new Set(
  Object.keys(ELSEWHERE).flatMap((page) => commandsIn(ROOT, page).map(withoutComment)),
)
const isNotHere = (page: string, command: string) =>
  NOT_HERE.some((each) => each.page === page && each.command === withoutComment(command))
/** An argument alone is an example of its form: test/harness/cli/mock/documented-faults.test.ts has them all. */
const isArgument = (command: string) => command.startsWith('--')

const seen = new Set<string>()
/** Whether a page before this one has the same command, and it makes no difference where it is run. */
function isShown(command: string): boolean {
  const words = withoutComment(command)
  const isAgain = seen.has(words) && SAME_ON_EVERY_PAGE.test(words)
  seen.add(words)
  return isAgain
}

const PAGES = pages(ROOT)
  .filter((page) => !Object.hasOwn(ELSEWHERE, page))
  .map((page) => {
    const commands = commandsIn(ROOT, page).filter(
      (command) =>
        !isArgument(command) &&
        !isNotHere(page, command) &&
        !testedElsewhere.has(withoutComment(command)),
    )
    const own = commands.filter((command) => !isShown(command))
    return { page, commands: own.length > 0 ? own : commands }
  })
  .filter(({ commands }) => commands.length > 0)

let url: MockDataSource
let other: MockDataSource

beforeAll(async () => {
  const settings = { accounts: [ACCOUNT] }
  const certificate = await makeCertificate()
  url = await startMockDataSource({ settings, certificate })
  other = await startMockDataSource({ settings, certificate })
})

afterAll(async () => {
  await url.close()
  await other.close()
})

/** What the pages take to be known: `$url` and so on. */
function variables(): Readonly<Record<string, string>> {
  const { hostname, port } = new URL(url.url)
  const connection = { host: hostname, port: Number(port), selfSignedCert: url.certificate }
  return {
    url: url.url,
    other: other.url,
    connection: JSON.stringify(connection),
    configuration: JSON.stringify({ auth: ACCOUNT.credentials }),
    search_id: 'an-id',
    ABC_USERNAME: ACCOUNT.credentials.username,
    ABC_PASSWORD: ACCOUNT.credentials.password,
  }
}

describe('every command of the documentation does as the page says', { timeout: 300_000 }, () => {
  it.each(PAGES)('$page', async ({ page, commands }) => {
    const parent = mkdtempSync(join(tmpdir(), 'docs-commands-'))
    onTestFinished(() => rmSync(parent, { recursive: true }))
    const folder = makeDocFolder(ROOT, parent)
    writeFileSync(join(folder, 'connector-contract.config.yaml'), configurationOf(ROOT, page))
    writeFileSync(join(folder, 'cert.pem'), url.certificate ?? '')
    const shell = new DocShell(folder, variables())
    onTestFinished(() => shell.close())
    const reader = new Reader(shell, folder)
    for (const command of commands) {
      const { expected, ...ran } = await reader.follow(command)
      expect(ran).toEqual({ ...ran, exitCode: expected })
    }
    for (const { expected, ...ended } of await reader.stopAll()) {
      expect(ended).toEqual({ ...ended, exitCode: expected })
    }
  })
})

describe('the documentation', () => {
  it('still has each command that cannot be run here', () => {
    const gone = NOT_HERE.filter(
      ({ page, command }) => !commandsIn(ROOT, page).map(withoutComment).includes(command),
    )
    expect(gone).toEqual([])
  })

  it('has tests of their own for the pages that are left to them', () => {
    for (const [page, test] of Object.entries(ELSEWHERE)) {
      expect(readFileSync(join(ROOT, test), 'utf8')).toContain(page)
    }
  })
})

describe('a block of commands', () => {
  it.each([
    ['a\nb', ['a', 'b']],
    ['a \\\n  b', ['a \\\n  b']],
    ["a '{\n}'\nb", ["a '{\n}'", 'b']],
    ['a || \\\n  b', ['a || \\\n  b']],
    ["a # it's a comment\nb", ["a # it's a comment", 'b']],
    ['# a comment\n\na', ['a']],
    ['a "it\'s"\nb', ['a "it\'s"', 'b']],
  ])('%j is the commands %j', (block, commands) => {
    expect(commandsOf(block)).toEqual(commands)
  })
})
