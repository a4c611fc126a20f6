import { describe, expect, test } from 'vitest'
import { cannotCarry } from '../../../../harness/drivers/stix-shifter/cannot-carry.ts'

describe('StixTransmission cannot carry', () => {
  test.each([[{}], [[]], [''], [0], [false], [null]])('the metadata %j', (metadata) => {
    const why = 'metadata that Python takes for false'
    expect(cannotCarry('results', ['id', 0, 1, metadata])).toContain(why)
    expect(cannotCarry('status', ['id', metadata])).toContain(why)
  })

  test.each([[Number.NaN], [10n], [Number.POSITIVE_INFINITY], [() => 1]])(
    'what JSON does not have: %s',
    (argument) => {
      expect(cannotCarry('results', ['id', argument, 1])).toContain('JSON cannot express')
    },
  )
})

test('StixTransmission cannot carry a port as text', () => {
  expect(cannotCarry('ping', [], { port: '443' })).toContain('a port as text')
  expect(cannotCarry('ping', [], { port: 443 })).toBeUndefined()
})

describe('StixTransmission carries', () => {
  test.each<[string, readonly unknown[]]>([
    ['a NUL and half of a surrogate pair', ['\0\ud800', 0, 1]],
    ['numbers of every kind', ['id', -1, 0.5]],
    ['numbers as strings', ['id', '0', '']],
    ['metadata of every kind', ['id', 0, 1, { token: [1, null] }]],
    ['no metadata', ['id', 0, 1, undefined]],
    ['a mebibyte', ['x'.repeat(1024 * 1024), 0, 1]],
  ])('%s', (_what, args) => {
    expect(cannotCarry('results', args)).toBeUndefined()
  })

  test('an empty id, an empty query and an offset of 0, which are no metadata', () => {
    expect(cannotCarry('status', [''])).toBeUndefined()
    expect(cannotCarry('query', [''])).toBeUndefined()
    expect(cannotCarry('results', ['', 0, 0])).toBeUndefined()
  })
})
