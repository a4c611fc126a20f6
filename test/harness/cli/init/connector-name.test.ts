import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectorName } from '../../../../harness/cli/init/connector-name.ts'
import { UsageError } from '../../../../harness/errors.ts'

/** The name that the error of a refused one says is nearest. */
function nearestTo(name: string): string | undefined {
  try {
    connectorName(name, 'python')
  } catch (error) {
    if (error instanceof UsageError) return /as in (\S+)\.$/.exec(error.hint ?? '')?.[1]
    throw error
  }
  return undefined
}

describe('the name of a connector', () => {
  it.each(['my-connector', 'My_Connector-2', 'a'])('may be %s', (name) => {
    expect(connectorName(name, 'python')).toBe(name)
  })

  it.each([
    ['', 'my-connector'],
    ['../elsewhere', 'elsewhere'],
    ['my connector', 'my-connector'],
    ['a/b', 'a-b'],
    ['3com', 'com'],
    ['-zeek', 'zeek'],
    ['Élan-née', 'Elan-nee'],
    ['日本', 'my-connector'],
    ['x.py', 'x-py'],
    ['a'.repeat(65), 'a'.repeat(64)],
  ])('may not be %j; nearest is %s', (name, nearest) => {
    expect(nearestTo(name)).toBe(nearest)
  })

  it.each(['abc', 'json', 'HTTP', 'class', 'main', 'stix-shifter'])(
    'may not be %s, which Python takes for its own',
    (name) => {
      expect(nearestTo(name)).toBe(`${name}-connector`)
      expect(connectorName(name, 'typescript')).toBe(name)
    },
  )

  it('is refused with a name that is not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const once = nearestTo(name) ?? name
        const nearest = nearestTo(once) ?? once
        expect(connectorName(nearest, 'python')).toBe(nearest)
      }),
    )
  })
})
