import { describe, expect, it } from 'vitest'
import { HEADER_FORMS } from '../../../../harness/drift/probe/header-forms.ts'

/** What stands in the header, and what of it is compared. */
const FORMS: readonly (readonly [keyof typeof HEADER_FORMS, string, string])[] = [
  ['Content-Type', 'application/json; charset=utf-8', 'application/json; charset=utf-8'],
  ['Content-Type', ' Application/JSON ;Charset="UTF-8"', 'application/json; charset=utf-8'],
  ['Content-Type', 'text/html', 'text/html'],
  ['WWW-Authenticate', 'Basic realm="ABC", charset="UTF-8"', 'basic'],
  ['WWW-Authenticate', 'Negotiate, basic realm="a, Digest b"', 'basic, negotiate'],
  ['WWW-Authenticate', 'Bearer', 'bearer'],
  ['Allow', 'GET', 'GET'],
  ['Allow', 'post, HEAD,GET ,OPTIONS', 'GET, POST'],
  ['Location', '/api/v1/searches/1', 'a path'],
  ['Location', 'https://host/api/v1/searches/1', 'an address'],
  ['Location', '//host/api/v1/searches/1', 'an address'],
  ['Retry-After', '120', 'seconds'],
  ['Retry-After', 'Sun, 01 Mar 2026 12:00:00 GMT', 'a date'],
  ['X-Request-Id', 'whatever', 'there'],
]

describe('of a header is compared what matters to a client', () => {
  it.each(FORMS)('%s: %s', (name, value, form) => {
    expect(HEADER_FORMS[name]?.(value)).toBe(form)
  })
})
