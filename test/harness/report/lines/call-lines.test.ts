import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { TranscriptCall } from '../../../../harness/engine/session/transcript.ts'
import { callLines } from '../../../../harness/report/lines/call-lines.ts'
import { USUAL_COLUMNS as COLUMNS } from '../../../../harness/text/columns.ts'
import { madeExchange } from '../../../support/made-report.ts'

const call: TranscriptCall = {
  method: 'results',
  arguments: ['"a"', '0', '2'],
  answer: '{"success":true,"data":[]}',
  exchanges: [],
  command: '',
}
const linesOf = (change: Partial<TranscriptCall>, index = 0) =>
  callLines({ ...call, ...change }, index).map(stripVTControlCharacters)

describe('the lines of a call', () => {
  it('are the call, each request and response, and what came back', () => {
    expect(linesOf({ exchanges: [madeExchange()] })).toEqual([
      '    Calls     results("a", 0, 2)',
      '                → GET /api/v1/searches/a/results?offset=0&limit=2',
      '                ← 200  {"code":200,"data":[]}',
      '              = {"success":true,"data":[]}',
    ])
  })

  it('say where the answer is the last of several values', () => {
    expect(linesOf({ several: true }).at(-1)).toContain('the last of several values')
  })

  it('have the label on the first call alone', () => {
    expect(linesOf({}, 1)[0]).toBe('              results("a", 0, 2)')
  })

  it('say what a case changed about the connection', () => {
    expect(linesOf({ change: 'without selfSignedCert' })).toEqual([
      '    Calls     results("a", 0, 2)',
      '                without selfSignedCert',
      '              = {"success":true,"data":[]}',
    ])
  })

  it('show an exchange that is repeated once, and how often it was', () => {
    const exchanges = Array.from({ length: 20 }, () => madeExchange())
    expect(linesOf({ exchanges })).toEqual([
      '    Calls     results("a", 0, 2)',
      '                → GET /api/v1/searches/a/results?offset=0&limit=2',
      '                ← 200  {"code":200,"data":[]}',
      '                … 19 more like that',
      '              = {"success":true,"data":[]}',
    ])
  })

  it('show metadata that is passed back by what tells it from others', () => {
    const metadata = { result_count: 1, next_page_token: '+/+/hqKdDN0xhqKdDN0wUx+SB39xqg==' }
    const long = { ...metadata, fingerprint: '917584870f2c1d4cb6487064df29af3036c2816b3dd01' }
    expect(linesOf({ arguments: ['"a"', '0', '1', JSON.stringify(long)] }).slice(0, 2)).toEqual([
      '    Calls     results("a", 0, 1, {"result_count":1,"next_page_token":"+/+/hqKd…B39xqg==",',
      '              "fingerprint":"91758487…16b3dd01"})',
    ])
  })

  it('are no wider than the report, whatever can be broken in them', () => {
    const long = `{"query":"SELECT * FROM events WHERE message = '${'x'.repeat(90)}'"}`
    const [, ...lines] = linesOf({
      exchanges: [madeExchange({ response: { status: 200, headers: {}, body: long } })],
      answer: long,
    })
    expect(lines.filter((line) => line.length > COLUMNS)).toEqual([])
    expect(lines.join('').replaceAll(' ', '')).toContain(long.replaceAll(' ', ''))
  })

  it('show what was sent, what was injected, and where nothing was answered', () => {
    const { request } = madeExchange()
    const exchanges = [
      madeExchange({
        request: { ...request, method: 'POST', path: '/api/v1/searches', body: '{"query":"q"}' },
        fault: 'fault-1',
      }),
      { ...madeExchange({ fault: 'fault-2' }), response: undefined as never },
    ]
    expect(linesOf({ exchanges })).toEqual([
      '    Calls     results("a", 0, 2)',
      '                → POST /api/v1/searches  {"query":"q"}',
      '                ← 200  (injected fault)  {"code":200,"data":[]}',
      '                → GET /api/v1/searches/a/results?offset=0&limit=2',
      '                ← no response  (injected fault)',
      '              = {"success":true,"data":[]}',
    ])
  })

  it('show the first and the last of many exchanges, and how many there are between', () => {
    const exchanges = Array.from({ length: 20 }, (_, index) =>
      madeExchange({ request: { method: 'GET', path: `/${index}`, headers: {} } }),
    )
    const lines = linesOf({ exchanges })
    const paths = lines.filter((line) => line.includes('→')).map((line) => line.split('/')[1])
    expect(paths).toEqual(['0', '1', '2', '3', '16', '17', '18', '19'])
    expect(lines[9]).toBe('                … 12 more')
    expect(linesOf({ exchanges: exchanges.slice(0, 8) }).join()).not.toContain('more')
  })

  it('are one line each and short, whatever the data source and the connector wrote', () => {
    const nasty = `\u001b[2J\r\n\u009b31m\u202e${'x'.repeat(5_000)}`
    const exchanges = [
      madeExchange({
        request: { method: 'GET', path: '/\u001b[2J', headers: {}, body: nasty },
        response: { status: 500, headers: {}, body: nasty },
      }),
    ]
    for (const line of linesOf({ answer: nasty, arguments: [nasty], exchanges })) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(line.length).toBeLessThan(400)
    }
  })
})

describe('an exchange', () => {
  const asking = (range: string) =>
    madeExchange({
      request: { method: 'GET', path: '/searches/a/results', headers: { range } },
      response: {
        status: 200,
        headers: { 'content-range': `items ${range.slice(6)}/9` },
        body: '',
      },
    })

  it('shows the headers that say which rows are meant', () => {
    expect(linesOf({ exchanges: [asking('items=0-1')] }).slice(1, 3)).toEqual([
      '                → GET /searches/a/results  Range: items=0-1',
      '                ← 200  Content-Range: items 0-1/9',
    ])
  })

  it('is another one where these differ', () => {
    const exchanges = [asking('items=0-1'), asking('items=2-3')]
    expect(linesOf({ exchanges }).join()).not.toContain('more like that')
  })
})
