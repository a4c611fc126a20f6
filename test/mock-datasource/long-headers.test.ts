import { describe, expect, it } from 'vitest'
import { decoded } from '../../mock-datasource/described/authentication/basic.ts'
import { linkHeader } from '../../mock-datasource/described/paging/link-header.ts'
import { ABC_CREDENTIALS } from '../../mock-datasource/sources/abc-security-monitor/credentials.ts'

/** Read in one pass this takes milliseconds; in a pass for each character, hours. */
const MANY = 1_000_000

describe('a header that goes on and on is read in one pass', () => {
  const authorization = `Basic YQ==${' '.repeat(MANY)}YQ==`

  it('where it shows credentials of ABC Security Monitor', () => {
    const [shown] = ABC_CREDENTIALS.presented({ authorization })
    expect(shown?.value).toBe(authorization.slice('Basic '.length))
  })

  it('where it shows credentials of a data source that is described', () => {
    expect(decoded(authorization)).toBe('a')
    expect(decoded(`  basic  YTpi${' '.repeat(MANY)}`)).toBe('a:b')
  })

  it.each([
    ['<'.repeat(MANY), null],
    ['<>;'.repeat(MANY), null],
    [
      `<https://a/?q=1>; rel="self", <https://a/?q=x<y&after=${'<'.repeat(9)}>; rel="next"`,
      '<<<<<<<<<',
    ],
    ['after=1>; rel="next"', null],
  ])('where it leads on: %.20s', (link, next) => {
    const options = { style: 'link-header', cursor: 'after', limit: 'limit', least: 0 } as const
    expect(linkHeader(options).nextIn?.({ link })).toBe(next)
  })
})
