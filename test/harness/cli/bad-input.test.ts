import type { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rootCertificates } from 'node:tls'
import type { Argument, Command, Option } from 'commander'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandLine } from '../../../harness/cli/command-line.ts'
import { everySubcommand } from '../../../harness/cli/subcommands.ts'

/*
 * Every option and operand of the command line that names a file, found in its own definition: a new one is tried
 * without a word here, or fails these tests until it is told what it needs beside it.
 */

/** What a value is called in the flags where it is a file, a folder, or JSON that may stand in a file. */
const NAMES_A_FILE = /\b(?:file|folder|json|har|pact|old|new|connection|configuration)\b/
/** What is written there, and not read. */
const IS_WRITTEN =
  /--(?:json|report|record-pact|write-waivers|cert-out|connection-out|record)\b|^reproduce --scenario/

/** What is read, in a folder of its own. */
const BAD: Readonly<Record<string, string | Buffer>> = {
  'empty.json': '',
  'list.json': '[1, "a"]',
  'cut.json': '{"a":',
  'binary.json': Buffer.from([0, 255, 1, 254, 27, 91, 50, 74, 10]),
  'huge.json': `"${'a'.repeat(4_000_000)}"`,
}
const TO_READ = ['absent.json', ...Object.keys(BAD), 'folder.json']
/** Where nothing can be written: a folder itself, one that is not there, and one that is a file. */
const TO_WRITE = ['folder.json', 'absent/out.json', 'empty.json/out.json']

const REPORT = resolve('docs/samples/report.json')
const PACT = resolve('contracts/pacts/abc-security-monitor-python.json')
/** In the folder: a sound one, and where one would be made. */
const CERTIFICATE = 'certificate.pem'
const RECORDING = 'recording'
const NOWHERE = 'https://127.0.0.1:1'
const TOKENS = ['--token', 'a', '--against-token', 'b']

/** What a command needs beside the option that is tried; by the option, else by the command. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  verify: ['./nowhere.ts'],
  'verify --stix-shifter': ['--module', 'abc'],
  'verify --proxy-cert': ['--proxy-host', NOWHERE],
  'verify-provider': [PACT],
  'verify-provider --cert': [PACT, '--url', NOWHERE, '--token', 'a'],
  report: [REPORT],
  merge: [REPORT],
  'pact-diff': [PACT, PACT],
  'pact-diff new': [PACT],
  init: ['mine'],
  'mock --cert': ['--key', REPORT],
  'mock --key': ['--cert', REPORT],
  'mock --ca': ['--record', RECORDING, '--from', NOWHERE],
  'mock --client-cert': ['--record', RECORDING, '--from', NOWHERE, '--client-key', REPORT],
  'mock --client-key': ['--record', RECORDING, '--from', NOWHERE, '--client-cert', CERTIFICATE],
  'mock --record': ['--from', NOWHERE],
  drift: ['--url', NOWHERE, ...TOKENS],
  'drift --against-cert': ['--url', NOWHERE, '--against', NOWHERE, ...TOKENS],
  'data-source new': ['mine'],
  explain: ['PAGE-1'],
  'transmit configuration': ['abc', '{}'],
  'transmit connection': ['abc'],
}
/** What follows an operand, where the command wants more. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  'pact-diff old': [PACT],
  'transmit connection': ['{}', 'ping'],
  'transmit configuration': ['ping'],
}
/** What is looked at only where there is something else, which these tests do not make. */
const LATER: Readonly<Record<string, string>> = {
  'replay --data-source': 'a kept failure is looked for first',
  'reproduce --data-source': 'a kept failure is looked for first',
  'reproduce --scenario': 'a kept failure is looked for first',
  'merge --json': 'the reports are read first, and must be of shards',
  'merge --report': 'the reports are read first, and must be of shards',
}
/** What is right in some place. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  // It is written when the mock stops.
  'mock --state': ['absent.json'],
  // It is made, or gone on with.
  'mock --record': ['folder.json', 'absent/out.json'],
}

interface Named {
  readonly of: readonly string[]
  /** The option, or the name of the operand. */
  readonly name: string
  readonly flag: readonly string[]
  readonly isForm: boolean
}

function namedIn(command: Command, above: readonly string[] = []): readonly Named[] {
  const of = [...above, command.name()]
  const valued = command.options.filter(
    ({ flags, required, optional }) =>
      (required || optional) && NAMES_A_FILE.test(afterFlag(flags)),
  )
  const operands = command.registeredArguments.filter((each) => NAMES_A_FILE.test(each.name()))
  return [
    ...valued.map((option) => ofOption(of, option)),
    ...(operands as readonly Argument[]).map((each) => ({
      ...{ of, name: each.name(), flag: [], isForm: false },
    })),
    ...command.commands.flatMap((each) => namedIn(each, of)),
  ]
}

const afterFlag = (flags: string) => flags.replace(/^\S+/, '')

function ofOption(of: readonly string[], { flags, long }: Option): Named {
  return { of, name: long ?? flags, flag: [long ?? flags], isForm: flags.includes('form=file') }
}

const EVERY = (await everySubcommand()).flatMap((command) => namedIn(command))
const keyOf = ({ of, name }: Named) => [...of, name].join(' ')
const TRIED = EVERY.filter((each) => !(keyOf(each) in LATER)).flatMap((each) => {
  const files = IS_WRITTEN.test(keyOf(each)) ? TO_WRITE : TO_READ
  const wrong = files.filter((file) => !TAKEN[keyOf(each)]?.includes(file))
  return wrong.map((file) => [keyOf(each), file, each] as const)
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  for (const [name, content] of Object.entries(BAD)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, CERTIFICATE), rootCertificates[0] ?? '')
  mkdirSync(join(folder, 'folder.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const { argv } = process
/** What a command that ends its process takes along. */
const HEARD = [
  ...[process.stdout, process.stderr].map((stream) => [stream, 'error'] as const),
  ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [process, signal] as const),
].map(([emitter, event]) => ({ emitter: emitter as EventEmitter, event }))
const before = HEARD.map(({ emitter, event }) => emitter.listeners(event))
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.argv = argv
  HEARD.forEach(({ emitter, event }, index) => {
    const added = emitter.listeners(event).filter((each) => !before[index]?.includes(each))
    for (const each of added) emitter.off(event, each as () => void)
  })
})

/** How the command line ends in this process, and what it says of that. */
async function ended({ of, name, flag, isForm }: Named, path: string) {
  const key = [...of, name].join(' ')
  const given = isForm ? `html=${path}` : path
  const beside = (BESIDE[key] ?? BESIDE[of.join(' ')] ?? []).map((word) =>
    [CERTIFICATE, RECORDING].includes(word) ? join(folder, word) : word,
  )
  process.argv = ['node', 'cc', ...of, ...beside, ...flag, given, ...(BEHIND[key] ?? [])]
  let said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const { exitCode } = await commandLine()
  return { exitCode, lines: said.trimEnd().split('\n') }
}

describe('a file that cannot be what an option or an operand needs', () => {
  it.each(TRIED)('is wrong use in one line that names it: %s %s', async (_, file, named) => {
    const path = join(folder, file)
    const { exitCode, lines } = await ended(named, path)
    const [line = '', hint = '', ...others] = lines
    expect({ exitCode, others, hint }).toEqual({ exitCode: 2, others: [], hint })
    expect(line).toMatch(/^error: /)
    expect(line.includes(path) || line.includes(named.name) || line.includes(file), line).toBe(true)
    expect(`${line}${hint}`).not.toContain('    at ')
    expect(line.length).toBeLessThan(700)
  })

  it('is tried of each of them, or there is a reason', () => {
    const keys = EVERY.map(keyOf)
    expect(keys).toEqual(expect.arrayContaining([...Object.keys(LATER), ...Object.keys(TAKEN)]))
    expect(keys.length).toBeGreaterThan(60)
  })
})
