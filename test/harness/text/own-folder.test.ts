import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { OutputError } from '../../../harness/errors.ts'
import { makeOwnFolder, takeAwayAbandoned } from '../../../harness/text/own-folder.ts'

it('a folder for temporary files is its user’s alone, and what a killed process has left of them is taken away', () => {
  const own = makeOwnFolder()
  onTestFinished(() => rmSync(own, { recursive: true }))
  expect(statSync(own).mode & 0o777).toBe(0o700)

  const within = mkdtempSync(join(tmpdir(), 'own-folder-'))
  onTestFinished(() => rmSync(within, { recursive: true }))
  const { pid } = spawnSync('true')
  const alive = basename(own)
  const abandoned = alive.replace(`-${process.pid}-`, `-${pid}-`)
  const elsewhere = abandoned.replace(/connector-contract-\w{8}/, 'connector-contract-00000000')
  for (const name of [alive, abandoned, elsewhere, 'connector-contract-x'])
    mkdirSync(join(within, name))
  takeAwayAbandoned(within)
  const left = [alive, abandoned, elsewhere, 'connector-contract-x'].map((name) =>
    existsSync(join(within, name)),
  )
  expect(left).toEqual([true, false, true, true])
})

it('nothing is taken away, and nothing said, where there is no such folder', () => {
  expect(() => takeAwayAbandoned('/nowhere/at/all')).not.toThrow()
})

it('where none can be made, one sentence says what to set', () => {
  const making = () => makeOwnFolder('/nowhere/at/all')
  expect(making).toThrow(OutputError)
  expect(making).toThrow('no temporary folder can be made in /nowhere/at/all (ENOENT)')
})
