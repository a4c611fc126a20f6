import { describe, expect, it } from 'vitest'
import { BROKEN as SPLUNK } from '../sources/splunk/broken.ts'
import { CLAIMS } from '../support/claims.ts'
import { brokenCommands, brokenModules } from './support/broken-files.ts'

const modules = await brokenModules()
const commands = brokenCommands()

describe('the broken connectors', () => {
  it('leave no check and no invariant without one that it has to catch', () => {
    // What asks for a log-in says nothing of ABC Security Monitor, for which these connectors are.
    const elsewhere = SPLUNK.map(({ caughtBy }) => caughtBy)
    const here = [...modules, ...commands].map(({ caughtBy }) => caughtBy)
    const named = new Set([...here, ...elsewhere])
    expect(CLAIMS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
  })

  it('name checks that there are', () => {
    const names = CLAIMS.map(({ name }) => name)
    const strays = [...modules, ...commands].filter(({ caughtBy }) => !names.includes(caughtBy))
    expect(strays.map(({ name, caughtBy }) => `${name}: ${caughtBy}`)).toEqual([])
  })

  it('lie in files that begin with their clause', () => {
    const strays = [...modules, ...commands].filter(({ name, caughtBy }) => {
      const [clause = ''] = caughtBy.toLowerCase().split(' ')
      const start = name.startsWith('python/')
        ? `python/${clause.replace('-', '_')}_`
        : `${clause}-`
      return !name.startsWith(start)
    })
    expect(strays.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['TypeScript', modules],
    ['Python', commands],
  ])('are told apart by their defects in %s', (_, connectors) => {
    const defects = connectors.map(({ defect }) => defect)
    expect(defects.filter((defect, index) => defects.indexOf(defect) < index)).toEqual([])
  })
})
