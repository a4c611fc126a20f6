import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateFromFile } from '../../../harness/cli/certificate-from-file.ts'
import { loadConfig } from '../../../harness/cli/config/load-config.ts'
import { readDeclarations } from '../../../harness/cli/declarations-option.ts'
import { jsonObject } from '../../../harness/cli/json-object.ts'
import { certificateFrom, rowsFromFile, stateFrom } from '../../../harness/cli/mock/files.ts'
import { openReport } from '../../../harness/cli/open-report.ts'
import { readScenario } from '../../../harness/cli/scenario/read-scenario.ts'
import { writeWaivers } from '../../../harness/cli/waivers/write-waivers.ts'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { FailureStore } from '../../../harness/engine/failures/failure-store.ts'
import { ConnectorContractError } from '../../../harness/errors.ts'
import { readPact } from '../../../harness/pacts/read-pact.ts'
import { FORMAT } from '../../../harness/recordings/recording-format.ts'
import { openRecording } from '../../../harness/recordings/recording-reader.ts'
import { RecordingWriter } from '../../../harness/recordings/recording-writer.ts'
import { visible } from '../../../harness/text/visible.ts'
import { madeFailure } from '../../support/made-failure.ts'

const ROOT = new URL('../../../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const ROW = { id: 'a', time: '2026-01-01T12:00:00.000Z' }
const FACTS = { key: 'id', time: 'time', fields: ['id', 'time'] }
let folder: string

/** Sets a title, clears the screen, turns a line around, and is a command to a CI server on a line of its own. */
const HOSTILE = '\u001b]0;x\u0007\u009b2J\u202e\r\n::error::boo'
/** Whatever a terminal would act on, but for the ends of lines. */
const RAW = /[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u

interface Kind {
  readonly ending: string
  /** Makes a folder around it, where it is read as a part of one. */
  readonly around?: (folder: string) => string
  /** What such a file holds where nothing is wrong with it. */
  readonly valid: string
  /** Reads it as the command line does; gives what it says about a file that it passes over. */
  read(path: string): unknown
}

/** Each kind of file that comes from outside and is read. */
const KINDS: Readonly<Record<string, Kind>> = {
  'a configuration in JSON': {
    ending: '.json',
    valid: '{"timeout":5,"only":["PAGE"]}',
    read: loadConfig,
  },
  'a configuration in YAML': {
    ending: '.yaml',
    valid: 'timeout: 5\nonly: [PAGE]\n',
    read: loadConfig,
  },
  'waivers to add to': {
    ending: '.yaml',
    valid: 'waivers: []\n',
    read: (path) => writeWaivers({ writeWaivers: path }, undefined, '2026-01-01'),
  },
  '--connection': {
    ending: '.json',
    valid: '{"options":{"a":1}}',
    read: (path) => jsonObject('--connection', path, '{}'),
  },
  '--declare': { ending: '.json', valid: '{"delete":"no-op"}', read: readDeclarations },
  'a report': { ending: '.json', valid: textOf('docs/samples/report.json'), read: openReport },
  'a kept failure': {
    ending: '.json',
    valid: JSON.stringify(madeFailure()),
    read: async (path) => {
      const { warning } = await new FailureStore(path).read()
      if (warning !== undefined) throw new Passed(warning)
    },
  },
  'a pact': { ending: '.json', valid: pact(), read: (path) => readPact(path) },
  'rows in JSON': {
    ending: '.json',
    valid: JSON.stringify([ROW]),
    read: (path) => rowsFromFile(path, FACTS),
  },
  'rows in NDJSON': {
    ending: '.ndjson',
    valid: JSON.stringify(ROW),
    read: (path) => rowsFromFile(path, FACTS),
  },
  'rows in CSV': {
    ending: '.csv',
    valid: `id,time\na,${ROW.time}\n`,
    read: (path) => rowsFromFile(path, FACTS),
  },
  'a state of the mock': { ending: '.json', valid: '{"format":"x"}', read: stateFrom },
  'a certificate': {
    ending: '.pem',
    valid: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    read: (path) => certificateFromFile(path, '--cert'),
  },
  'a certificate and its key': {
    ending: '.pem',
    valid: '-----BEGIN CERTIFICATE-----\n',
    read: (path) => certificateFrom(path, path),
  },
  'a scenario': {
    ending: '.yaml',
    valid: 'version: 1\nrows: 3\nhappens: [{ recipe: first-page-twice }]\n',
    read: (path) => readScenario(path),
  },
  'a HAR file': {
    ending: '.har',
    valid: '{"log":{"entries":[]}}',
    read: (path) => openRecording(path, '--serve-recording'),
  },
  'the head of a recording': {
    ...recordingWith('recording.json'),
    valid: `{"format":"${FORMAT}","from":"https://x"}`,
  },
  'the index of a recording': {
    ...recordingWith('index.ndjson'),
    valid: '{"n":1,"file":"a.ndjson","at":0,"length":2,"method":"GET","path":"/","key":"x"}\n',
  },
  'exchanges of a recording': {
    ...recordingWith('get-api.ndjson'),
    valid: '{"n":1,"request":{"method":"GET","path":"/","headers":[]},"trouble":"x"}\n',
  },
  'a description': {
    ending: '.yaml',
    valid: textOf('mock-datasource/sources/okta.yaml'),
    read: (path) => loadDataSource(findDataSource(path, folder)),
  },
}

/** A warning, where a file is passed over rather than refused. */
class Passed extends ConnectorContractError {
  override readonly exitCode = 2
}

/** One of the files of a recording, whose others are as they should be. */
function recordingWith(file: string): Omit<Kind, 'valid'> {
  return {
    ending: '',
    around: (folder) => {
      new RecordingWriter(folder, 'https://x')
      rmSync(join(folder, file), { force: true })
      return file
    },
    read: (folder) =>
      openRecording(folder, '--serve-recording').exchanges.map((each) => each.read()),
  }
}

/** One that says nothing yet. */
function pact(): string {
  const metadata = { pactSpecification: { version: '4.0' } }
  return JSON.stringify({
    consumer: { name: 'c' },
    provider: { name: 'p' },
    interactions: [],
    metadata,
  })
}

const utf8 = (text: string) => Buffer.from(text)
/** How a file may be other than it should be. Where bytes are given, these; else what is made at the path. */
const TAMPERED: Readonly<Record<string, (valid: string, path: string) => Buffer | undefined>> = {
  'is empty': () => utf8(''),
  'holds blanks': () => utf8(' \n\t\n'),
  'holds a zero byte': (valid) => utf8(`${valid.slice(0, 9)}\0${valid.slice(9)}`),
  'begins with bytes of no text': (valid) =>
    Buffer.concat([Buffer.from([0x80, 0xff, 0xfe]), utf8(valid)]),
  'ends with half a character': (valid) => Buffer.concat([utf8(valid), Buffer.from([0xe2, 0x82])]),
  'is half of one': (valid) => utf8(valid.slice(0, valid.length / 2)),
  'goes on behind its end': (valid) => utf8(`${valid}}]"${HOSTILE}`),
  'says something hostile': () => utf8(`{"${HOSTILE}": "${HOSTILE}"}`),
  'is a hostile text': () => utf8(HOSTILE),
  'is a hostile text in JSON': () => utf8(JSON.stringify(HOSTILE)),
  'is null': () => utf8('null'),
  'is a number': () => utf8('7'),
  'is a list of what it should be': (valid) => utf8(`[${valid}]`),
  'holds a number beyond all': () => utf8('{"version": 1e999, "timeout": 1e999}'),
  'holds a number that would be altered': () => utf8('[{"id": 9007199254740993}]'),
  'nests deeper than anybody means': () => utf8(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  'means to change all objects': () => utf8('{"__proto__": {"polluted": true}, "constructor": 1}'),
  'is UTF-16 that breaks off': (valid) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(valid, 'utf16le').subarray(0, 33)]),
  'is twice as marked': (valid) => utf8(`\ufeff\ufeff${valid}`),
  'is a folder': (_, path) => void mkdirSync(path),
  'is a pipe': (_, path) => void execFileSync('mkfifo', [path]),
  'is a device without end': (_, path) => void symlinkSync('/dev/zero', path),
  'is a link to itself': (_, path) => void symlinkSync(path, path),
  'is absent': () => undefined,
  'is longer than any disk': (_, path) => {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 42)
    return undefined
  },
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tampered-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
/** Where the file is, or for what is kept by its name the folder that it is in. */
function place(kind: Kind): { readonly path: string; readonly named: string } {
  made += 1
  if (kind.around !== undefined) {
    const named = join(folder, String(made))
    return { path: join(named, kind.around(named)), named }
  }
  if (kind !== KINDS['a kept failure']) {
    const path = join(folder, `${made}${kind.ending}`)
    return { path, named: path }
  }
  const kept = join(folder, String(made), '.connector-contract', 'failures')
  mkdirSync(kept, { recursive: true })
  return { path: join(kept, '1a2b3c4d.json'), named: join(folder, String(made)) }
}

const CASES = Object.keys(KINDS).flatMap((kind) =>
  Object.keys(TAMPERED).map((how) => [kind, how] as const),
)

describe('a file from outside that is none of its kind is said on one line, with nothing raw in it', () => {
  it('in more than two hundred ways', () => expect(CASES.length).toBeGreaterThan(200))

  it.each(CASES)('%s that %s', async (name, how) => {
    const kind = KINDS[name] as Kind
    const { path, named } = place(kind)
    const bytes = TAMPERED[how]?.(kind.valid, path)
    if (bytes !== undefined) writeFileSync(path, bytes)
    const error: unknown = await (async () => kind.read(named))().catch((thrown: unknown) => thrown)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    if (!(error instanceof Error)) return
    expect(error, error.stack).toBeInstanceOf(ConnectorContractError)
    // As the command line writes it.
    const lines = error.message.split('\n')
    expect(lines.map(visible).join('\n')).not.toMatch(RAW)
    // What is wrong with a description is a list.
    if (name !== 'a description') expect(lines).toHaveLength(1)
    expect(error.message).not.toContain('    at ')
    expect(error.message.length).toBeLessThan(1_500)
  })
})
