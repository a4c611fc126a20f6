import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../../../harness/cli/config/read-config.ts'
import { UsageError } from '../../../../harness/errors.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const complaint = async () => {
  const error: unknown = await readConfig({}).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

describe('a configuration', () => {
  it('is empty where there is no file', async () => {
    expect(await readConfig({})).toEqual({
      file: {},
      secrets: [],
      giving: { passed: {}, environment: {}, marked: [] },
      target: undefined,
      passed: { connection: undefined, configuration: undefined },
      environment: {},
    })
  })

  it('names the data source, by a path from its own folder; the option goes before it', async () => {
    await write('ledger.ts', '')
    await write('connector-contract.config.yaml', 'data_source: ./ledger.ts')
    const from = { kind: 'file', path: join(folder, 'ledger.ts') }
    expect((await readConfig({})).dataSource).toEqual({
      ...{ name: './ledger.ts', from, by: 'configuration file' },
    })
    expect((await readConfig({ dataSource: 'abc' })).dataSource).toEqual({
      ...{ name: 'abc-security-monitor', from: { kind: 'built-in' }, by: 'command line' },
    })
  })

  it('that names a data source that there is not says where', async () => {
    await write('connector-contract.config.yaml', 'data_source: abd')
    expect(await complaint()).toBe(
      'connector-contract.config.yaml: data_source: there is no data source "abd"',
    )
  })

  it.each([
    ['connection: { port: 1, scheme: null }', 'connection: the harness gives port and scheme'],
    ['connection: { host: h }', 'connection: the harness gives host'],
  ])('does not give what differs from case to case: %s', async (text, words) => {
    await write('connector-contract.config.yaml', text)
    expect(await complaint()).toContain(`${words}: it differs from case to case`)
  })

  it('by an option does not give it either', async () => {
    const given = readConfig({ connection: '{"host":null,"port":1,"options":{}}' })
    await expect(given).rejects.toThrow(
      '--connection gives host and port, which the harness gives: it differs from case to case',
    )
  })

  it.each([
    ['json', '{ "target": { "command": ["./main"] }, "strict": true }'],
    ['yaml', 'target: { command: [./main] }\nstrict: true'],
    ['ts', "export default { target: { command: ['./main'] }, strict: true as const }"],
  ])('is the same as %s', async (ending, text) => {
    await write(`connector-contract.config.${ending}`, text)
    expect(await readConfig({})).toMatchObject({
      file: { strict: true },
      target: { kind: 'command', prefix: ['./main'], cwd: folder },
    })
  })

  it('names its paths relative to its own folder', async () => {
    await write('other.yaml', 'target: { stix_shifter: { checkout: .., module: abc } }')
    expect(await readConfig({ config: 'other.yaml' })).toMatchObject({
      target: {
        kind: 'stix-shifter',
        checkout: '..',
        module: 'abc',
        python: 'python3',
        from: folder,
      },
    })
  })

  it('gives way to options', async () => {
    await write(
      'connector-contract.config.yaml',
      'connection: { options: { a: 1 } }\nenvironment: { REGION: eu, LEVEL: low }',
    )
    const options = { connection: '{"options":{"b":2}}', env: { REGION: 'us' } }
    expect(await readConfig(options)).toMatchObject({
      passed: { connection: { options: { b: 2 } } },
      environment: { REGION: 'us', LEVEL: 'low' },
    })
  })
})

describe('what is no setting', () => {
  it.each([
    ['declaer: { delete: no-op }', 'unknown setting "declaer": "declare" is nearest'],
    ['declare: { delte: no-op }', 'unknown setting "delte" in declare: "delete" is nearest'],
    ['xyzzy: 1', 'unknown setting "xyzzy": known are $schema, target, data_source, declare'],
    ['timeout: soon', 'timeout: '],
    [
      `target: { command: 'python3 main.py "a b"' }`,
      'target.command: write it word by word: ["python3","main.py","a b"]',
    ],
    ['target: ./my connector.py', 'target: write { "command": ["./my","connector.py"] }'],
    ['target: ./connector.ts', 'target: write { "module": "./connector.ts" }'],
    ['command: [a]', '"command" stands within `target`'],
    ['only: PAGE, ERR-1', 'only: write it as a list: ["PAGE","ERR-1"]'],
    ['only: PAGE', 'only: write it as a list: ["PAGE"]'],
    ['runs: "3"', 'runs: write 3, without quotes'],
    ['strict: "true"', 'strict: write true, without quotes'],
    ['waivers: [{ clause: PAGE-1, owners: me }]', '"owners" in waivers.0: "owner" is nearest'],
    ['waivers: [{}, {}]', 'waivers.1.clause: name a clause; and 4 more'],
    ['environment: { "A B": c }', 'environment'],
  ])('is said with the nearest that is: %s', async (text, message) => {
    await write('connector-contract.config.yaml', text)
    expect(await complaint()).toContain(message)
  })

  it.each([
    ['connector-contract.config.json', '{ "strict": }'],
    ['connector-contract.config.yaml', 'a: [1'],
    ['connector-contract.config.ts', 'throw new Error("no")'],
  ])('is said of a file that cannot be read: %s', async (name, text) => {
    await write(name, text)
    expect(await complaint()).toContain(`${name} cannot be read`)
  })

  it('is said of a file whose ending is none that is read', async () => {
    await write('connector-contract.config.toml', 'strict = true')
    expect(await complaint()).toContain('connector-contract.config.toml is none of the')
  })

  it('is said with what to write instead, of a module too', async () => {
    await write('connector-contract.config.ts', 'enum A { B }\nexport default {}')
    const error: unknown = await readConfig({}).catch((thrown: unknown) => thrown)
    expect((error as UsageError).hint).toContain('in place of the enum')
  })

  it('is said of what is nested deeper than anybody means it', async () => {
    const deep = `{"connection":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
    await write('connector-contract.config.json', deep)
    expect(await complaint()).toContain('config.json cannot be used: it is nested more than 1000')
    await expect(readConfig({ configuration: deep })).rejects.toThrow('more than 1000 levels deep')
  })

  it('is said of two files that might be meant', async () => {
    await write('connector-contract.config.json', '{}')
    await write('connector-contract.config.yaml', '')
    expect(await complaint()).toContain('there are several configuration files')
  })

  it('is said of a file that is not there', async () => {
    await expect(readConfig({ config: 'missing.json' })).rejects.toThrow('no configuration file')
  })
})
