import { expect, it } from 'vitest'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { UsageError } from '../../../harness/errors.ts'
import { abcSource, plannedAbc } from '../../support/abc-source.ts'

it('loads ABC Security Monitor where nothing is named', async () => {
  expect(await loadDataSource()).toEqual({ definition: abcSource, planned: plannedAbc })
})

it('loads what a plan names, once in a process', async () => {
  expect(await loadDataSource(plannedAbc)).toBe(await loadDataSource())
})

it('refuses a name that nothing has', async () => {
  const loading = loadDataSource({ name: 'abd', from: { kind: 'built-in' } })
  await expect(loading).rejects.toThrow(UsageError)
  await expect(loading).rejects.toThrow('there is no data source "abd"')
})
