import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const jsonOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

interface Locked {
  readonly hasInstallScript?: true
  readonly dev?: true
}

test('no package runs a script when it is installed but the one that brings Node, and none of a user’s', () => {
  const { allowScripts } = jsonOf('package.json') as { allowScripts: Record<string, boolean> }
  const { packages } = jsonOf('package-lock.json') as { packages: Record<string, Locked> }
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(names.toSorted()).toEqual(Object.keys(allowScripts).toSorted())
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node'])
  expect(scripted.filter(([, { dev }]) => !dev)).toEqual([])
})
