import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import { dayToCome, list, wholeNumber } from '../../../harness/cli/option-parsers.ts'

describe('a list', () => {
  it('grows with each time it is given, and with each comma', () => {
    expect(list('PAGE, ERR-1', ['ENV'])).toEqual(['ENV', 'PAGE', 'ERR-1'])
  })

  it('takes nothing for nothing', () => {
    expect(list(' ,', [])).toEqual([])
  })
})

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('may be %s', (value, number) => {
    expect(wholeNumber(0)(value)).toBe(number)
  })

  it.each(['', ' ', '-1', '+1', '1.0', '1e3', '0x10', 'x', '1 ', '9007199254740992'])(
    'is not %j',
    (value) => {
      expect(() => wholeNumber(0)(value)).toThrow(InvalidArgumentError)
    },
  )

  it('is at least the least', () => {
    expect(wholeNumber(2)('2')).toBe(2)
    expect(() => wholeNumber(2)('1')).toThrow('It must be a whole number of at least 2.')
  })

  it.each(['0', '65', '99999999999999999999', 'all'])('%s is none from 1 to 64', (value) => {
    expect(() => wholeNumber(1, 64)(value)).toThrow('It must be a whole number from 1 to 64.')
  })
})

describe('a day to come', () => {
  const day = dayToCome(new Date('2026-11-24T23:59:59Z'))

  it.each(['2026-11-24', '2026-11-25', '2100-01-01'])('may be %s', (value) => {
    expect(day(value)).toBe(value)
  })

  it.each(['2026-11-23', '2026-11-31', '2027-1-1', 'tomorrow', ''])('is not %j', (value) => {
    expect(() => day(value)).toThrow('It must be a day, and none before 2026-11-24.')
  })
})
