import { describe, expect, it } from 'vitest'
import {
  AbcErrorBody,
  AbcResultsBody,
  AbcSearchStatusBody,
} from '../../../../contracts/abc-security-monitor/api.ts'
import { deviations } from '../../../../harness/drift/probe/deviations.ts'

const of = (json: unknown) => ({ json, text: JSON.stringify(json) })
const STATUS = { code: 200, query_id: 'a', status: 'WAIT', progress: 0, record_count: 0 }

describe('how a body differs from what the API promises', () => {
  it('is nothing where it is right, whatever its code', () => {
    expect(deviations(of(STATUS), AbcSearchStatusBody)).toBe('as the API says')
    expect(deviations(of({ ...STATUS, code: 201 }), AbcSearchStatusBody)).toBe('as the API says')
  })

  it('is a line for each field', () => {
    const body = { ...STATUS, status: 'PAUSED', progress: '40', more: 1 }
    expect(deviations(of(body), AbcSearchStatusBody)).toEqual([
      'Unrecognized key: "more"',
      'progress: Invalid input: expected number, received string',
      expect.stringMatching(/^status: "PAUSED": Invalid option/),
    ])
  })

  it('is one line for all rows', () => {
    const body = { code: 200, data: [1, 2], offset: 0, total: 2, next_page_token: null }
    expect(deviations(of(body), AbcResultsBody)).toEqual([
      expect.stringMatching(/^data\.\*: .*received number$/),
    ])
  })

  it.each([
    ['', 'empty'],
    ['<html>', 'not JSON'],
  ])('says so where the body is no JSON: %j', (text, line) => {
    expect(deviations({ json: undefined, text }, AbcErrorBody)).toEqual([line])
  })
})
