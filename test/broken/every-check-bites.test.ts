import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../harness/checks/index.ts'
import { brokenFiles, loadBroken } from './support/broken-files.ts'

const files = brokenFiles()
const connectors = await Promise.all(files.map(loadBroken))

describe('the broken connectors', () => {
  it('leave no check without one that it alone has to catch', () => {
    const named = new Set(connectors.map(({ caughtBy }) => caughtBy))
    expect(CHECKS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
  })

  it('name checks that there are', () => {
    const names = CHECKS.map(({ name }) => name)
    expect(connectors.map(({ caughtBy }) => caughtBy).filter((n) => !names.includes(n))).toEqual([])
  })

  it('lie in files that begin with their clause', () => {
    const strays = files.filter((file, index) => {
      const [clause = ''] = connectors[index]?.caughtBy.split(' ') ?? []
      return !file.startsWith(`${clause.toLowerCase()}-`)
    })
    expect(strays).toEqual([])
  })

  it('are told apart by their defects', () => {
    const defects = connectors.map(({ defect }) => defect)
    expect(defects.filter((defect, index) => defects.indexOf(defect) < index)).toEqual([])
  })
})
