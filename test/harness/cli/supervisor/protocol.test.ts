import { describe, expect, it } from 'vitest'
import { Message } from '../../../../harness/cli/supervisor/protocol.ts'

const FILE = { path: '/report.json', sha256: '0'.repeat(64) }
const WANTED = { form: 'json', path: '/report.json', option: '--json' }
const OBJECT = {} as never

const MESSAGES: readonly Message[] = [
  { kind: 'alive', debugged: false },
  { kind: 'printing', is: true },
  { kind: 'begun', reports: [WANTED], others: ['/plan.json'] },
  { kind: 'planned', run: OBJECT },
  { kind: 'tried', tried: OBJECT },
  { kind: 'reported', report: OBJECT },
  { kind: 'closed', exitCode: 1, files: [FILE] },
  { kind: 'ended', exitCode: 2 },
]

const messageIn = (value: unknown) => Message.safeParse(value).data

describe('what the process of a command tells', () => {
  it.each(MESSAGES)('is a message of the kind $kind', (message) => {
    expect(messageIn(message)).toEqual(message)
  })

  it.each(MESSAGES)('is none of the kind $kind with a member too many or too few', (message) => {
    expect(messageIn({ ...message, more: 1 })).toBeUndefined()
    for (const name of Object.keys(message)) {
      const { [name]: _, ...others } = message as unknown as Record<string, unknown>
      expect(messageIn(others)).toBeUndefined()
    }
  })

  it.each([
    undefined,
    null,
    'alive',
    [],
    { kind: 'toString' },
    { kind: 'alive', debugged: 'no' },
    { kind: 'begun', reports: [{ ...WANTED, path: 1 }], others: [] },
    { kind: 'begun', reports: {}, others: [] },
    { kind: 'planned', run: null },
    // What could not be decided is no verdict of a run, and what was judged no end without one.
    { kind: 'closed', exitCode: 2, files: [] },
    { kind: 'ended', exitCode: 1 },
    { kind: 'closed', exitCode: 0, files: [{ ...FILE, sha256: '0' }] },
  ])('is none: %j', (value) => {
    expect(messageIn(value)).toBeUndefined()
  })
})
