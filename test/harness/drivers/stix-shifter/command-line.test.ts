import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lastValue } from '../../../../harness/drivers/command/last-value.ts'
import { commandLine } from '../../../../harness/drivers/stix-shifter/command-line.ts'
import { aCall } from '../fixtures/a-call.ts'
import { openStandIn } from './open-stand-in.ts'

const checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
writeFileSync(join(checkout, 'main.py'), '')
afterAll(() => rmSync(checkout, { recursive: true }))

const place = { checkout, python: 'python3', module: 'abc' }

describe('the call to paste', () => {
  test("is one of stix-shifter's own command line, where that says the same", () => {
    const connection = `'{"host":"127.0.0.1","port":1}'`
    const configuration = `'{"auth":{"username":"alice","password":"secret"}}'`
    const start = `python3 ${checkout}/main.py transmit abc ${connection} ${configuration}`
    expect(commandLine(place, aCall())).toBe(`${start} ping`)
    const query = aCall({ method: 'query', arguments: ["it's"] })
    expect(commandLine(place, query)).toBe(String.raw`${start} query 'it'\''s'`)
    const status = aCall({ method: 'status', arguments: ['id', undefined] })
    expect(commandLine(place, status)).toBe(`${start} status id`)
  })

  test.each<[string, Parameters<typeof aCall>[0]]>([
    [
      'numbers, which that would hand over as strings',
      { method: 'results', arguments: ['a', 0, 1] },
    ],
    [
      "a status's metadata, which that leaves out",
      { method: 'status', arguments: ['a', { b: 1 }] },
    ],
    ['what that would take for an option', { method: 'query', arguments: ['-d'] }],
  ])('is a line of Python for %s', (_what, given) => {
    expect(commandLine(place, aCall(given))).toMatch(/^python3 -c '.*StixTransmission.*' /)
  })

  test('makes the very call when it is pasted', async () => {
    const args = [`it's "é"\n$HOME`, 0, '1', { token: [null, 1.5] }]
    const call = aCall({ method: 'results', arguments: args })
    const driver = await openStandIn()
    const answer = await driver.call(call)
    const printed = execFileSync('bash', ['-c', driver.commandLine(call)], { encoding: 'utf8' })
    expect(answer).toMatchObject({ kind: 'answered', value: lastValue(printed)?.value })
    await driver.close()
  })
})
