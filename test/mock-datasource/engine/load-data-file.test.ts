import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import { DataFileError, loadDataFile } from '../../../mock-datasource/engine/load-data-file.ts'

const NOON = '2026-01-01T12:00:00.000Z'
const FACTS: RowFacts = { key: 'id', time: 'time', fields: ['id', 'time'] }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function load(name: string, content: string | Buffer, facts = FACTS) {
  const path = join(folder, name)
  await writeFile(path, content)
  return loadDataFile(path, facts)
}

/** What is said of the file, without its path. */
async function complaintAbout(name: string, content: string | Buffer): Promise<string> {
  const error = await load(name, content).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DataFileError)
  return (error as DataFileError).message.replace(join(folder, name), 'FILE')
}

const ROWS = [
  { id: 'a', time: NOON, port: 443, message: 'two\nlines, "quotes" 🚨', ok: true, note: null },
  { id: 'b', time: NOON, port: -1.5, message: '', ok: false, note: 'x' },
]

describe('loadDataFile reads the same rows from', () => {
  it.each([
    ['a.json', JSON.stringify(ROWS, null, 2)],
    ['a.JSON', `\uFEFF${JSON.stringify(ROWS).replaceAll('},', '},\r\n')}\r\n`],
    ['a.ndjson', ROWS.map((row) => JSON.stringify(row)).join('\n')],
    ['a.jsonl', `\uFEFF${ROWS.map((row) => `${JSON.stringify(row)}\r\n\r\n`).join('')}`],
    [
      'a.csv',
      `id,time,port,message,ok,note\na,${NOON},443,"two\nlines, ""quotes"" 🚨",TRUE,\n` +
        `b,${NOON},-1.5,"",false,x\n`,
    ],
    [
      'crlf.csv',
      `\uFEFFid,time,port,message,ok,note\r\na,${NOON},443,"two\nlines, ""quotes"" 🚨",true,\r\n\r\n` +
        `b,${NOON},-1.5,"",False,x`,
    ],
    [
      'semicolons.csv',
      `id; time ;port;message;ok;note\na;${NOON};443;"two\nlines, ""quotes"" 🚨";TRUE;\n` +
        `b;${NOON};-1.5;"";false;x\n`,
    ],
    [
      'tabs.csv',
      `id\ttime\tport\tmessage\tok\tnote\r\na\t${NOON}\t443\t"two\nlines, ""quotes"" 🚨"\tTRUE\t\r\n` +
        `b\t${NOON}\t-1.5\t""\tfalse\tx\r\n`,
    ],
    ['utf-16.json', Buffer.from(`\uFEFF${JSON.stringify(ROWS)}`, 'utf16le')],
    ['utf-16be.json', Buffer.from(`\uFEFF${JSON.stringify(ROWS)}`, 'utf16le').swap16()],
  ])('%s', async (name, content) => {
    expect(await load(name, content)).toEqual(ROWS)
  })
})

it('makes a number of a CSV cell only where nothing of its text is lost', async () => {
  const cells = [
    '0',
    '10',
    '0.1',
    '1e+21',
    '007',
    '1.50',
    '1e3',
    '-0',
    'NaN',
    '12345678901234567890',
    ' 1',
  ]
  const text = `id,time,cell\n${cells.map((cell, n) => `${n},${NOON},${cell}`).join('\n')}`
  const rows = await load('numbers.csv', text)
  expect(rows.map(({ id }) => id)).toEqual(cells.map((_, n) => String(n)))
  expect(rows.map(({ cell }) => cell)).toEqual([0, 10, 0.1, 1e21, ...cells.slice(4)])
})

it('reads the field that tells rows apart as it is written, and needs no time where rows have none', async () => {
  const facts = { key: 'ref', fields: ['ref'] }
  expect(await load('refs.csv', 'ref,id\n007,007\n8,8\n', facts)).toEqual([
    { ref: '007', id: '007' },
    { ref: '8', id: 8 },
  ])
  await expect(load('refs.csv', 'id\n8\n', facts)).rejects.toThrow(
    /line 2: 'ref' must be there, a string/,
  )
})

it('takes objects and lists where the rows of the data source hold such', async () => {
  const facts = { ...FACTS, nested: true } as const
  const nested = { id: 'a', time: NOON, actor: { id: 'u', groups: ['x', { y: null }] } }
  expect(await load('nested.ndjson', JSON.stringify(nested), facts)).toEqual([nested])
  expect(await load('nested.json', JSON.stringify([nested]), facts)).toEqual([nested])
  const deep = `${'['.repeat(500)}${']'.repeat(500)}`
  await expect(
    load('deep.ndjson', `{"id":"a","time":"${NOON}","x":${deep}}`, facts),
  ).rejects.toThrow("line 1: 'x' holds what JSON does not, or is deeper than 64 levels")
})

it('takes an empty list of rows', async () => {
  expect(await load('empty.json', '[]')).toEqual([])
  expect(await load('empty.ndjson', '\n')).toEqual([])
  expect(await load('empty.csv', 'id,time\n')).toEqual([])
})

describe('loadDataFile says what is wrong, and on which line,', () => {
  const row = (id: string, rest = '') => `{"id": "${id}", "time": "${NOON}"${rest}}`

  it.each([
    ['a.json', '{"id": "a"}', 'FILE: must hold an array of rows'],
    ['a.json', '', /^FILE: is not JSON \(.*\)$/],
    ['a.json', `[\n${row('a')},\n{"id": x}\n]`, /^FILE, line 3: is not JSON \([^\n]*\)$/],
    ['a.json', `[\n${row('a')}\n${row('b')}\n]`, /^FILE, line 3: is not JSON/],
    ['a.json', `[\n${row('a')},\n]`, /^FILE, line 3: is not JSON/],
    ['a.json', `[\n${row('a')},\n\n{"id": "b"`, /^FILE, line 4: is not JSON/],
    [
      'a.json',
      `[\n${row('a", "x": "],[{,')},\n7]`,
      'FILE, line 3: a row must be an object of fields',
    ],
    [
      'a.json',
      `[${row('a')},\n${row('b')},\n\n${row('a')}]`,
      'FILE, line 4: another row has the id "a"',
    ],
    [
      'a.json',
      `[${row('a')},\n{"id": "b",\n"x": [1, {"y": 2}],\n"time": "${NOON}"}]`,
      /line 2: 'x' must be/,
    ],
    ['a.ndjson', `${row('a')}\n\nnull`, 'FILE, line 3: a row must be an object of fields'],
    ['a.ndjson', `${row('a')}\n{"id": `, /^FILE, line 2: is not JSON/],
    ['a.ndjson', row('a', ', "x": {}'), /^FILE, line 1: 'x' must be a string/],
    [
      'a.ndjson',
      row('a', ', "x": 1e999'),
      /^FILE, line 1: "x" is 1e999, a number that would be altered/,
    ],
    ['a.ndjson', `{"id": 7, "time": "${NOON}"}`, /^FILE, line 1: 'id' must be there, a string/],
    [
      'a.json',
      `[${row('a')},\n${row('b', ', "x": 9007199254740993')}]`,
      /^FILE, line 2: "x" is 9007199254740993/,
    ],
    ['a.ndjson', '{"id": "a"}', /^FILE, line 1: 'time' must be there, an RFC 3339 time/],
    [
      'a.ndjson',
      '{"id": "a", "time": "2026-02-30T00:00:00Z"}',
      /^FILE, line 1: 'time' must be there/,
    ],
    ['a.csv', '', 'FILE: has no header'],
    ['a.csv', 'id,time,id\n', "FILE, line 1: two columns are named 'id'"],
    ['a.csv', 'id,time,\n', 'FILE, line 1: a column has no name'],
    ['a.csv', `id,time\na,${NOON}\nb\n`, /^FILE, line 3: is not CSV \(/],
    ['a.csv', `id,time\na,"${NOON}\n`, /^FILE, line \d: is not CSV \(/],
    ['a.csv', `id,time\na,${NOON}\n,${NOON}\n`, /^FILE, line 3: 'id' must be there/],
    ['a.csv', `id\na\n`, /^FILE, line 2: 'time' must be there/],
    ['a.txt', 'x', "FILE: the file's extension must be one of .json, .ndjson, .jsonl, .csv"],
    ['a.json', Buffer.from([0x5b, 0xff, 0x5d]), 'FILE: is not UTF-8 text'],
  ])('%s: %j', async (name, content, complaint) => {
    expect(await complaintAbout(name, content)).toEqual(
      typeof complaint === 'string' ? complaint : expect.stringMatching(complaint),
    )
  })

  it('a file that is not there, or is a folder', async () => {
    await expect(loadDataFile(join(folder, 'none.json'), FACTS)).rejects.toThrow(
      /none\.json: cannot be read \(ENOENT/,
    )
    await expect(loadDataFile(`${folder}.json`, FACTS)).rejects.toThrow(DataFileError)
  })
})
