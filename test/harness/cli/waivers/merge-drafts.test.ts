import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mergeDrafts } from '../../../../harness/cli/waivers/merge-drafts.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { madeWaiver } from '../../../support/made-waiver.ts'

const draft = {
  ...({ clause: 'PAGE-1', method: 'results', reason: '', issue: '', owner: '' } as const),
  expires: '2027-02-22',
}
const other = { ...draft, clause: 'ERR-1' } as const

describe('a file of YAML', () => {
  const COMMENTED = `# What verify is told of this connector.
target:
  command: [python3, main.py] # the words that go before

declare: { mode: asynchronous } # it is slow
# Known since March.
waivers:
  # Ask Ada.
  - clause: ENV-4
    reason: "its messages are a vendor's: see the issue"
    issue: https://issues.example/4
    owner: ada
    expires: 2099-12-31
`

  it('keeps its comments, its order and its own waivers', () => {
    const { text, added, held } = mergeDrafts(COMMENTED, 'a.yaml', [draft, other])
    expect(added).toEqual([draft, other])
    expect(held).toEqual([])
    expect(text.startsWith(COMMENTED)).toBe(true)
    expect(text.slice(COMMENTED.length)).toBe(`  # \`results\` is the window it was asked for
  - clause: PAGE-1
    method: results
    reason: ""
    issue: ""
    owner: ""
    expires: 2027-02-22
  # the API's codes map as the table says
  - clause: ERR-1
    method: results
    reason: ""
    issue: ""
    owner: ""
    expires: 2027-02-22
`)
    expect(parse(text).waivers[1]).toEqual(draft)
  })

  it('is given waivers where it has none', () => {
    const text = 'timeout: 20 # slow\n'
    const merged = mergeDrafts(text, 'a.yml', [draft]).text
    expect(merged.startsWith(`${text}waivers:\n`)).toBe(true)
    expect(parse(merged)).toEqual({ timeout: 20, waivers: [draft] })
    expect(parse(mergeDrafts('waivers: []\n', 'a.yml', [draft]).text).waivers).toEqual([draft])
    expect(mergeDrafts('# nothing yet\n', 'a.yml', [draft]).text).toContain('# nothing yet\n')
  })

  it('is made where there is none, with the schema for an editor', () => {
    const { text } = mergeDrafts(undefined, 'a.yaml', [draft])
    expect(text).toMatch(/^# yaml-language-server: \$schema=.*config\.schema\.json\n/)
    expect(parse(text)).toEqual({ waivers: [draft] })
  })
})

describe('what a file of YAML looks like', () => {
  it.each([
    ['a list that is not indented', 'waivers:\n- clause: ENV-4 # first\ntimeout: 20\n'],
    [
      'a comment behind the last waiver',
      'waivers:\n  - clause: ENV-4\n    owner: ada # she knows\n',
    ],
    ['no line end', 'waivers:\n    - clause: ENV-4'],
    ['settings behind the waivers', 'waivers:\n  - clause: ENV-4\n\n# slow\ntimeout: 20\n'],
    ['Windows line ends', 'timeout: 20\r\nwaivers:\r\n  - clause: ENV-4\r\n'],
  ])('stays as it is but for what is added: %s', (_, text) => {
    const merged = mergeDrafts(text, 'a.yaml', [draft]).text
    expect(parse(merged)).toEqual({ ...parse(text), waivers: [...parse(text).waivers, draft] })
    const lines = merged.split('\n')
    expect(lines).toEqual(expect.arrayContaining(text.split('\n')))
  })

  it.each([
    ['a list in brackets', 'waivers: [{ clause: ENV-4 }] # one\n'],
    ['everything in brackets', '{ timeout: 20, waivers: [{ clause: ENV-4 }] } # all\n'],
    ['a marker at the end', 'timeout: 20\nwaivers:\n  - clause: ENV-4 # one\n...\n'],
  ])('may change in spaces, and keeps its comments: %s', (_, text) => {
    const merged = mergeDrafts(text, 'a.yaml', [draft]).text
    expect(parse(merged)).toEqual({ ...parse(text), waivers: [...parse(text).waivers, draft] })
    expect(merged).toContain(/# \w+/.exec(text)?.[0])
  })
})

describe('a file of JSON', () => {
  it('keeps its members and its indentation', () => {
    const own = madeWaiver()
    const text = JSON.stringify({ waivers: [own], timeout: 20 }, null, '\t')
    const merged = mergeDrafts(text, 'a.json', [draft]).text
    expect(merged).toBe(`${JSON.stringify({ waivers: [own, draft], timeout: 20 }, null, '\t')}\n`)
  })

  it('is made where there is none', () => {
    expect(mergeDrafts(undefined, 'a.json', [draft]).text).toBe(
      `${JSON.stringify({ waivers: [draft] }, null, 2)}\n`,
    )
  })
})

it('a waiver of the same that is there already, which can only have expired, stays as it is', () => {
  const own = madeWaiver({ method: 'results', expires: '2020-01-01' })
  const text = JSON.stringify({ waivers: [own] })
  expect(mergeDrafts(text, 'a.json', [draft, other])).toMatchObject({
    added: [other],
    held: [draft],
  })
})

it.each([
  ['a.json', '{ "waivers": ', 'no waivers can be added to a.json'],
  ['a.json', '[]', 'it holds no settings'],
  ['a.json', '{ "waivers": {} }', 'its waivers are no list'],
  ['a.yaml', 'waivers: [1', 'no waivers can be added to a.yaml'],
  ['a.yaml', 'just words', 'it holds no settings'],
  ['a.yaml', 'waivers: none', 'its waivers are no list'],
])('%s that holds %j is refused', (path, text, message) => {
  expect(() => mergeDrafts(text, path, [draft])).toThrow(UsageError)
  expect(() => mergeDrafts(text, path, [draft])).toThrow(message)
})
