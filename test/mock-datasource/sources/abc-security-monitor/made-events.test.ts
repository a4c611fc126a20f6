import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EVENTS_TABLE,
  type EventRow,
} from '../../../../mock-datasource/sources/abc-security-monitor/events-table.ts'
import { madeEvents } from '../../../../mock-datasource/sources/abc-security-monitor/made-events.ts'

const rowsOf = (rows: number, seed = 1) => {
  const dataSet = madeEvents({ rows, seed })
  return Array.from({ length: rows }, (_, index) => dataSet.row(index) as EventRow)
}
const thousand = rowsOf(1_000)
const present = (field: keyof EventRow) =>
  thousand.map((row) => row[field]).filter((value) => value !== null)

describe('made events', () => {
  it('say the same of a row as a whole, field by field, and in JSON', () => {
    const dataSet = madeEvents({ rows: 1_000_000, seed: 7 })
    fc.assert(
      fc.property(fc.nat(999_999), (index) => {
        const row = dataSet.row(index)
        const values = dataSet.fields.map((field) => [field, dataSet.value(index, field)])
        expect(values).toEqual(Object.entries(row))
        const json = Buffer.from(dataSet.json?.(index) ?? '', 'latin1')
        expect(json.toString()).toBe(JSON.stringify(row))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are the same rows on every machine', () => {
    const digest = createHash('sha256').update(JSON.stringify(thousand)).digest('hex')
    expect(thousand[0]).toMatchInlineSnapshot(`
      {
        "action": "allowed",
        "filehash": "ae36c5672ca4e36e1900a5afa817fee64a0294eabf271aac10364ea37cdd88e7",
        "hostname": "ws-039.corp.example.com",
        "id": "evt-04e2a6e0-0",
        "ipaddress": "192.0.2.114",
        "message": "Certificate expired, continuing (reason=0x800B0101; chain=[leaf, root])",
        "port": 123,
        "process": "chrome.exe",
        "protocol": "http",
        "severity": null,
        "time": "2026-01-01T00:00:00.904Z",
        "url": "https://www.example.com/login?user=alice&next=%2Fhome",
        "username": "maría.garcía",
      }
    `)
    expect(thousand[1]).toMatchInlineSnapshot(`
      {
        "action": "alert",
        "filehash": "d4f76f6bc5576128b1fb7cc1aa3a9c5c904aa4b9cea2a54e6c63d5834570315f",
        "hostname": "ws-043.corp.example.com",
        "id": "evt-04e2a6e0-1",
        "ipaddress": "203.0.113.104",
        "message": "不正なログイン試行がブロックされました",
        "port": 8443,
        "process": null,
        "protocol": "udp",
        "severity": 7,
        "time": "2026-01-01T00:00:00.904Z",
        "url": "ftp://files.example.org/pub/%E2%82%AC.txt",
        "username": null,
      }
    `)
    expect(madeEvents({ rows: 1_000_000, seed: 1 }).row(999_999)).toMatchInlineSnapshot(`
      {
        "action": null,
        "filehash": "a3109796f15d0fb4aaa6d249e504bd7810f3402ee927962c25b017ae7abb6e7e",
        "hostname": "ws-040.corp.example.com",
        "id": "evt-9ab01c0a-3",
        "ipaddress": "192.0.2.18",
        "message": "تم حظر الاتصال",
        "port": 44721,
        "process": "/usr/sbin/sshd",
        "protocol": "ssh",
        "severity": 2,
        "time": "2026-01-12T13:46:36.839Z",
        "url": "https://www.example.com/",
        "username": "root",
      }
    `)
    expect(digest).toMatchInlineSnapshot(
      `"dee515c391abbad2e9ccdd087768a348a5f17bb2c7f9787d907e955b6798fa08"`,
    )
  })

  it('do not depend on the size of the data set, nor on the order of asking', () => {
    const larger = madeEvents({ rows: 1_000_000, seed: 1 })
    expect(larger.row(999)).toEqual(thousand[999])
    expect(larger.row(0)).toEqual(thousand[0])
  })

  it('differ from seed to seed', () => {
    expect(rowsOf(10, 2)).not.toEqual(thousand.slice(0, 10))
  })

  it('are ordered by time, then id, and some share their time', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999_000 }), (seed, index) => {
        const dataSet = madeEvents({ rows: 1_000_000, seed })
        const [row, next] = [dataSet.row(index), dataSet.row(index + 1)] as EventRow[]
        const key = (event?: EventRow) => `${event?.time} ${event?.id}`
        expect(key(row) < key(next)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
    const ties = thousand.filter((row, index) => row.time === thousand[index + 1]?.time)
    expect(ties.length).toBeGreaterThan(100)
  })

  it('are not ordered by id alone', () => {
    const ids = thousand.map((row) => row.id)
    expect(ids).not.toEqual(ids.toSorted())
  })

  it('have ids of their own, and nothing else of their own', () => {
    expect(new Set(rowsOf(50_000).map((row) => row.id)).size).toBe(50_000)
    for (const field of EVENTS_TABLE.fields.slice(1)) {
      const values = thousand.map((row) => row[field])
      expect(new Set(values).size, field).toBeLessThan(values.length)
    }
  })

  it('have null in every field but id and time, not too often', () => {
    for (const field of EVENTS_TABLE.fields) {
      const nulls = thousand.length - present(field).length
      if (field === 'id' || field === 'time') expect(nulls, field).toBe(0)
      else expect(nulls, field).toSatisfy((count: number) => count > 20 && count < 200)
    }
  })

  it('hold in each field what the API says', () => {
    for (const time of present('time')) expect(time).toBe(new Date(String(time)).toISOString())
    for (const hash of present('filehash')) expect(hash).toMatch(/^[0-9a-f]{64}$/)
    for (const action of present('action'))
      expect(['allowed', 'blocked', 'alert']).toContain(action)
    expect(new Set(present('ipaddress').map((address) => isIP(String(address))))).toEqual(
      new Set([4, 6]),
    )
    const integersIn = (low: number, high: number) => (value: unknown) =>
      Number.isInteger(value) && Number(value) >= low && Number(value) <= high
    expect(present('port').every(integersIn(0, 65_535))).toBe(true)
    expect(present('severity').every(integersIn(0, 10))).toBe(true)
    expect(present('severity')).toEqual(expect.arrayContaining([0, 10]))
    expect(Object.keys(thousand[0] as EventRow)).toEqual(EVENTS_TABLE.fields)
  })

  it.each([
    ['an empty string', /^$/],
    ['single quotes', /'/],
    ['double quotes', /"/],
    ['a newline', /\n/],
    ['non-ASCII', /[^\0-\x7f]/],
    ['characters outside the BMP', /[\u{10000}-\u{10ffff}]/u],
    ['the wildcards of LIKE', /%.*_/],
    ['a backslash', /\\/],
  ])('have %s among their messages, and are well-formed', (_, pattern) => {
    const messages = present('message').map(String)
    expect(messages.some((message) => pattern.test(message))).toBe(true)
    expect(messages.every((message) => message.isWellFormed())).toBe(true)
  })

  it('refuse a size that is none, and an index outside', () => {
    for (const rows of [-1, 1.5, Number.NaN, 2 ** 33]) {
      expect(() => madeEvents({ rows, seed: 1 })).toThrow(RangeError)
    }
    for (const index of [-1, 10, 0.5, Number.NaN]) {
      expect(() => madeEvents({ rows: 10, seed: 1 }).row(index)).toThrow(RangeError)
    }
    expect(madeEvents({ rows: 0, seed: 1 }).size).toBe(0)
  })
})
