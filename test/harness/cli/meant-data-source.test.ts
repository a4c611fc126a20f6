import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { meantDataSource } from '../../../harness/cli/meant-data-source.ts'
import type { Target } from '../../../harness/drivers/target.ts'

/** A folder with a checkout that has these modules. */
function folderWith(...modules: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'meant-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const module of modules) {
    mkdirSync(join(folder, 'checkout/stix_shifter_modules', module), { recursive: true })
  }
  return folder
}

const moduleIn = (from: string, module: string): Target => ({
  ...{ kind: 'stix-shifter', checkout: 'checkout', module, python: 'python3', from },
})

function meant(target: Target, folder: string) {
  const said: string[] = []
  const path = join(folder, 'connector-contract.config.yaml')
  const found = meantDataSource({ dataSource: undefined, path }, [target], (line) =>
    said.push(line),
  )
  return { ...found, said }
}

it('is the built-in one of the name of a module of stix-shifter', () => {
  const folder = folderWith('qradar', 'abc_security_monitor')
  expect(meant(moduleIn(folder, 'qradar'), folder).dataSource).toEqual({
    ...{ name: 'qradar', from: { kind: 'built-in' }, by: 'module' },
  })
  const { dataSource } = meant(moduleIn(folder, 'abc_security_monitor'), folder)
  expect(dataSource?.name).toBe('abc-security-monitor')
})

it('is what is named, whatever the module', () => {
  const dataSource = { name: 'abc-security-monitor', from: { kind: 'built-in' } } as const
  const target = moduleIn(folderWith('qradar'), 'qradar')
  expect(meantDataSource({ dataSource, path: undefined }, [target])).toEqual({ dataSource })
})

it('is none for a module without one, with what to do', () => {
  const folder = folderWith('odd_one')
  const { lack } = meant(moduleIn(folder, 'odd_one'), folder)
  expect(lack?.exitCode).toBe(3)
  expect(lack?.hint).toContain('data-source new odd-one --from-stix-shifter')
})

it('leaves a module that is not there to its driver', () => {
  const folder = folderWith('qradar')
  expect(meant(moduleIn(folder, 'qradr'), folder)).toEqual({ dataSource: undefined, said: [] })
})

it('tells whoever has a file of the usual name and does not name it', () => {
  const folder = folderWith('odd_one', 'qradar')
  writeFileSync(join(folder, 'data-source.yaml'), '')
  const named = /data-source\.yaml.*--data-source .*data-source\.yaml.*data_source:/s
  expect(meant(moduleIn(folder, 'odd_one'), folder).lack?.hint).toMatch(named)
  expect(meant(moduleIn(folder, 'qradar'), folder).said.join()).toMatch(named)
  const { said } = meant({ kind: 'module', specifier: './a.ts', from: folder }, folder)
  expect(said.join()).toMatch(named)
})
