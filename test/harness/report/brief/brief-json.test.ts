import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brief } from '../../../../harness/report/brief/brief-json.ts'

const row = (index: number) => ({
  id: `evt-${index}`,
  time: '2026-01-01T00:00:00.000Z',
  port: 443,
  url: 'https://www.example.com/login',
  message: 'x'.repeat(200),
})

describe('a body on one line', () => {
  it('is whole where it fits', () => {
    expect(brief('{"code":200,"data":[]}', 80)).toBe('{"code":200,"data":[]}')
  })

  it('shows rows by their keys where it does not', () => {
    const body = JSON.stringify({ code: 200, data: [row(0), row(1)], next_page_token: null })
    expect(brief(body, 80)).toBe(
      '{"code":200,"data":[{"id":"evt-0",…},{"id":"evt-1",…}],"next_page_token":null}',
    )
  })

  it('leaves out rows from the middle, and says how many', () => {
    const data = Array.from({ length: 12 }, (_, index) => row(index))
    expect(brief(JSON.stringify({ data }), 80)).toBe(
      '{"data":[{"id":"evt-0",…},{"id":"evt-1",…}, … 9 more … ,{"id":"evt-11",…}]}',
    )
  })

  it('shows both ends of long texts', () => {
    expect(brief(JSON.stringify({ token: 'a'.repeat(300) }), 60)).toBe(
      `{"token":"${'a'.repeat(20)}…${'a'.repeat(20)}"}`,
    )
  })

  it('takes brackets without end for a text', () => {
    expect(brief('['.repeat(50_000) + ']'.repeat(50_000), 60)).toMatch(
      /^\[+ …\(\d+ characters\)… \]+$/,
    )
  })

  it('leaves the words before a value as they are', () => {
    expect(brief(`success ${JSON.stringify({ data: [row(0)] })}`, 60)).toBe(
      'success {"data":[{"id":"evt-0",…}]}',
    )
  })

  it('tells rows without an id by their first member', () => {
    const event = { eventid: 'e-1', starttime: 1, qid: 2, category: 3, magnitude: 4 }
    expect(brief(JSON.stringify({ events: [event, event] }), 60)).toBe(
      '{"events":[{"eventid":"e-1",…},{"eventid":"e-1",…}]}',
    )
  })

  it('is cut as any text where it is no JSON', () => {
    expect(brief('<html>', 40)).toBe('<html>')
    expect(brief(`{"code":200,"data":[${'x'.repeat(500)}`, 60)).toMatch(
      /^\{"code.* …\(\d+ characters\)… x+$/,
    )
  })

  it('is never longer than it may be, nor on more than one line', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
        fc.integer({ min: 30, max: 200 }),
        (text, width) => {
          const shown = brief(text, width)
          expect(shown.length).toBeLessThanOrEqual(width)
          expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
        },
      ),
    )
  })
})
