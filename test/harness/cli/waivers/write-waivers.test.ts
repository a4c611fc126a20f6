import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeWaivers } from '../../../../harness/cli/waivers/write-waivers.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const TODAY = '2026-11-24'
const violated = madeReport({ violations: [madeViolation()] })

let folder: string
let said: string[]
let printed: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
  said = []
  printed = []
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)
/** Drafts waivers for that run, and gives what lies in the folder then. */
async function draft(file: string | true, config?: string, run = violated) {
  const drafting = await writeWaivers({ writeWaivers: file }, config, TODAY)
  await drafting.write([run])
  return readdir(folder)
}

describe('drafts', () => {
  it('go to a new configuration file where there is none', async () => {
    expect(await draft(true)).toEqual(['connector-contract.config.yaml'])
    expect(await readFile(at('connector-contract.config.yaml'), 'utf8')).toContain(
      '- clause: PAGE-1\n    method: results\n',
    )
    expect(said.join('')).toContain('drafted in connector-contract.config.yaml: PAGE-1 results\n')
  })

  it('go to the configuration file that is in use, or to the one that is named', async () => {
    await writeFile(at('mine.json'), '{ "timeout": 20 }')
    await draft(true, at('mine.json'))
    expect(JSON.parse(await readFile(at('mine.json'), 'utf8'))).toMatchObject({
      timeout: 20,
      waivers: [{ clause: 'PAGE-1' }],
    })
    expect(await draft('other.yml', at('mine.json'))).toEqual(['mine.json', 'other.yml'])
  })

  it('of two runs that end at once are all there, each once, and nothing else is left', async () => {
    const other = madeReport({ violations: [{ ...madeViolation(), clause: 'ERR-1' }] })
    const both = { ...violated, violations: [...other.violations, ...violated.violations] }
    const runs = [violated, other, both, other]
    const drafting = await Promise.all(
      runs.map(() => writeWaivers({ writeWaivers: true }, undefined, TODAY)),
    )
    await Promise.all(drafting.map(({ write }, at) => write([runs[at] ?? violated])))
    const text = await readFile(at('connector-contract.config.yaml'), 'utf8')
    expect(text.match(/clause: .*/g)?.toSorted()).toEqual(['clause: ERR-1', 'clause: PAGE-1'])
    expect(await readdir(folder)).toEqual(['connector-contract.config.yaml'])
  })

  it('are added where a command was killed while it added others', async () => {
    const lock = at('connector-contract.config.yaml.lock')
    await writeFile(lock, '')
    await utimes(lock, new Date(0), new Date(0))
    expect(await draft(true)).toEqual(['connector-contract.config.yaml'])
  })

  it('for a configuration that is code are printed, to be pasted', async () => {
    await writeFile(at('connector-contract.config.ts'), 'export default {}')
    const config = at('connector-contract.config.ts')
    expect(await draft(true, config)).toEqual(['connector-contract.config.ts'])
    expect(await readFile(config, 'utf8')).toBe('export default {}')
    expect(printed.join('')).toContain(
      "    { clause: 'PAGE-1', method: 'results', reason: '', issue: '', owner: '', expires: '2027-02-22' },\n",
    )
  })

  it('are none where nothing fails the run, and nothing is written', async () => {
    expect(await draft(true, undefined, madeReport())).toEqual([])
    expect(said.join('')).toContain('nothing is violated that is not waived')
  })

  it('of what has a waiver that has expired change nothing, and a line says what to do', async () => {
    const text = JSON.stringify({ waivers: [{ clause: 'PAGE-1', method: 'results' }] })
    await writeFile(at('mine.json'), text)
    await draft('mine.json')
    expect(await readFile(at('mine.json'), 'utf8')).toBe(text)
    expect(said.join('')).toContain(
      'has waivers of PAGE-1 results, which are not filled in or have expired: see to them',
    )
  })

  it('without the option are none', async () => {
    const drafting = await writeWaivers({}, undefined, TODAY)
    await drafting.write([violated])
    expect(await readdir(folder)).toEqual([])
    expect(said).toEqual([])
  })
})

describe('what cannot be written is said before anything is run', () => {
  it.each([
    ['my-connector.ts', 'it is no configuration file'],
    ['waivers.txt', 'it is no configuration file'],
    ['missing/waivers.yaml', 'cannot be written'],
    ['broken.json', 'no waivers can be added to'],
  ])('%s', async (file, message) => {
    await writeFile(at('broken.json'), '{')
    const refused = writeWaivers({ writeWaivers: file }, undefined, TODAY)
    await expect(refused).rejects.toThrow(UsageError)
    await expect(refused).rejects.toThrow(message)
  })
})
