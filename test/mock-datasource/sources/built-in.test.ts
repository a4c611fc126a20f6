import { describe, expect, it } from 'vitest'
import { operationsServing } from '../../../contracts/data-source/serving.ts'
import { METHODS } from '../../../contracts/method.ts'
import { startMockDataSource } from '../../../mock-datasource/index.ts'
import { BUILT_IN, builtIn, DEFAULT_DATA_SOURCE } from '../../../mock-datasource/sources/index.ts'

describe.each(BUILT_IN)('the built-in data source $name', ({ name, title, aliases, load }) => {
  it('is called what the list says', async () => {
    const definition = await load()
    expect(definition).toMatchObject({ name, title, aliases })
    for (const alias of aliases) expect(builtIn(alias)?.name).toBe(name)
  })

  it('names operations that it has, each with a route', async () => {
    const { operations, methods, routes } = await load()
    const served = routes.flatMap((route) =>
      Object.values(route.methods).flatMap(({ operation }) => operation ?? []),
    )
    expect(served.sort()).toEqual(Object.keys(operations).sort())
    for (const method of METHODS) {
      for (const operation of operationsServing({ methods }, method)) {
        expect(operations).toHaveProperty([operation])
      }
    }
  })

  it('names codes that are in its table', async () => {
    const { errors } = await load()
    for (const code of [...Object.values(errors.roles), ...errors.ofAnyCode]) {
      expect(errors.table).toHaveProperty([code])
    }
    for (const [code, { means }] of Object.entries(errors.table)) {
      expect(means === undefined).toBe(errors.ofAnyCode.includes(code))
    }
  })
})

it('is ABC Security Monitor where nothing is said', () => {
  expect(builtIn(DEFAULT_DATA_SOURCE)?.title).toBe('ABC Security Monitor')
})

it('is served by name', async () => {
  const mock = await startMockDataSource({ scheme: 'http', dataSource: 'abc' })
  await mock.close()
  await expect(startMockDataSource({ dataSource: 'abd' })).rejects.toThrow(
    "there is no data source 'abd'",
  )
})
