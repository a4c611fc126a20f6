import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { type ConnectorContractError, TargetError, UsageError } from '../../../../harness/errors.ts'
import { aCall } from '../fixtures/a-call.ts'
import { openStandIn, STAND_IN } from './open-stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'stix-shifter-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function refusalOf(
  opening: Promise<unknown>,
  kind: typeof TargetError | typeof UsageError = TargetError,
): Promise<ConnectorContractError> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(kind)
  return error as ConnectorContractError
}

const openAt = (checkout: string, module = 'odd', python = 'python3') =>
  openDriver({ kind: 'stix-shifter', checkout, module, python, from: folder })

describe('what cannot be started says why, and what to do', () => {
  test('a folder that is not there', async () => {
    const error = await refusalOf(openAt('nowhere'), UsageError)
    expect(error.message).toBe('"nowhere" is no checkout of stix-shifter: there is no such folder.')
  })

  test('a folder that is none of stix-shifter', async () => {
    const error = await refusalOf(openAt('.'), UsageError)
    expect(error.message).toContain('no stix_shifter/stix_transmission/stix_transmission.py in it')
    expect(error.hint).toContain('main.py')
  })

  test('a module that is not there, with the nearest names', async () => {
    const error = await refusalOf(openStandIn('abc_security'))
    expect(error.message).toBe(`There is no module "abc_security" in ${STAND_IN}.`)
    expect(error.hint).toBe('Did you mean abc_security_monitor?')
    const { hint } = await refusalOf(openStandIn('qqqq'))
    expect(hint).toMatch(/^Its modules are abc_security_monitor, does_not_load, ends_python, .*odd/)
  })

  test('a module that needs a package which is not installed', async () => {
    const error = await refusalOf(openStandIn('lacks_a_package'))
    expect(error.message).toBe(
      `The module "lacks_a_package" cannot be imported: ModuleNotFoundError: No module named 'package_that_nobody_has'`,
    )
    expect(error.hint).toContain('The Python package "package_that_nobody_has" is not there')
    expect(error.hint).toContain('-m pip install -r')
  })

  test('a module that raises where it is imported, or ends Python', async () => {
    const raises = await refusalOf(openStandIn('does_not_load'))
    expect(raises.message).toContain('cannot be imported: ValueError: a mapping file is broken')
    expect(raises.hint).toContain('import stix_shifter_modules.does_not_load.entry_point')
    const ends = await refusalOf(openStandIn('ends_python'))
    expect(ends.message).toContain('cannot be imported: SystemExit: no licence')
  })

  test('a Python that is not there', async () => {
    const error = await refusalOf(openStandIn('odd', 'no-such-python'))
    expect(error.message).toBe('There is no Python "no-such-python" that can be run.')
    expect(error.hint).toContain('--python')
  })

  test('a Python that is none', async () => {
    const program = join(folder, 'python')
    writeFileSync(program, '#!/bin/sh\necho "what is this?" >&2\nexit 9\n')
    chmodSync(program, 0o755)
    const error = await refusalOf(openAt(STAND_IN, 'odd', './python'))
    expect(error.message).toContain('it ended with exit code 9. what is this?')
  })
})

test('a checkout and a Python are found from the folder that they are relative to', async () => {
  mkdirSync(join(folder, 'a checkout/stix_shifter/stix_transmission'), { recursive: true })
  const file = 'a checkout/stix_shifter/stix_transmission/stix_transmission.py'
  writeFileSync(
    join(folder, file),
    'from pathlib import Path\n\nclass StixTransmission:\n  def __init__(self, *_):\n    pass\n  def ping(self):\n    return Path.cwd().name\n',
  )
  mkdirSync(join(folder, 'a checkout/stix_shifter_modules/mine'), { recursive: true })
  writeFileSync(join(folder, 'a checkout/stix_shifter_modules/mine/entry_point.py'), '')
  const driver = await openAt('a checkout', 'mine')
  expect(driver.label).toBe('mine of a checkout')
  expect(await driver.call(aCall())).toMatchObject({ kind: 'answered', value: 'a checkout' })
  await driver.close()
})

test('a module that stops loading while calls are made: could-not-start', async () => {
  const checkout = join(folder, 'shaky')
  mkdirSync(join(checkout, 'stix_shifter/stix_transmission'), { recursive: true })
  writeFileSync(
    join(checkout, 'stix_shifter/stix_transmission/stix_transmission.py'),
    'import os\n\nclass StixTransmission:\n  def __init__(self, *_):\n    pass\n  def ping(self):\n    os._exit(1)\n',
  )
  mkdirSync(join(checkout, 'stix_shifter_modules/mine'), { recursive: true })
  const entryPoint = join(checkout, 'stix_shifter_modules/mine/entry_point.py')
  writeFileSync(entryPoint, '')
  const driver = await openAt(checkout, 'mine')
  expect(await driver.call(aCall())).toMatchObject({ kind: 'crashed' })
  rmSync(entryPoint)
  expect(await driver.call(aCall())).toMatchObject({
    kind: 'could-not-start',
    reason: expect.stringContaining('There is no module "mine"'),
  })
  await driver.close()
})
