import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN, ControlError } from '../../../mock-datasource/index.ts'
import { RECIPES } from '../../../mock-datasource/recipes/index.ts'
import { prepare } from '../../../mock-datasource/recipes/prepare.ts'
import { openMock } from '../support/open-mock.ts'

const SOURCES = BUILT_IN.map(({ name }) => name)

describe('recipes', () => {
  it('are a file each, by its name', () => {
    const files = readdirSync('mock-datasource/recipes/every').map((file) => file.slice(0, -3))
    expect(RECIPES.map(({ name }) => name).toSorted()).toEqual(files.toSorted())
  })

  it.each(SOURCES)('can all be brought about at %s, or say why not', async (dataSource) => {
    const mock = await openMock({ dataSource, scheme: 'https' })
    for (const { name, fields, whyNot } of mock.control.recipes()) {
      mock.control.reset()
      const apply = () => mock.control.applyRecipe({ recipe: name })
      if (whyNot === undefined) expect(apply()).toMatchObject({ recipe: name, fields })
      else expect(apply, name).toThrow(new ControlError(`${name}: ${whyNot}`))
    }
  })

  it("are in no data source's own words", async () => {
    const sources = await Promise.all(BUILT_IN.map(({ load }) => load()))
    const own = sources.flatMap(({ name, title }) => [name, title])
    for (const { name, says, correct } of RECIPES) {
      for (const word of own) expect(`${name} ${says} ${correct}`).not.toContain(word)
    }
  })

  it('take fields, and refuse what they do not have', async () => {
    const source = await BUILT_IN[0]?.load()
    if (source === undefined) throw new Error('there is no data source')
    const made = prepare({ recipe: 'search-expires-while-paging', page: 4 }, source, 'http')
    expect(made).toMatchObject({ fields: { page: 4 }, faults: [{ page: 4 }] })
    const refusals = [
      [{ recipe: 'x' }, 'recipe: there is none of the name "x"; GET /_mock/recipes has them all'],
      [
        { recipe: 'first-page-twise' },
        'recipe: there is none of the name "first-page-twise"; did you mean first-page-twice?',
      ],
      [
        { recipe: 'first-page-twice', pages: 2 },
        'first-page-twice has no field "pages": it has page, times; did you mean page?',
      ],
      [{ recipe: 'redirect-loop', often: 2 }, 'redirect-loop has no field "often": it has none'],
      [{ recipe: 'certificate-expired' }, 'certificate-expired: plain HTTP shows no certificate'],
    ] as const
    for (const [spec, message] of refusals) {
      expect(() => prepare(spec, source, 'http')).toThrow(new ControlError(message))
    }
  })

  it('are given by the control plane, and brought about by it', async () => {
    const mock = await openMock({ dataSource: 'okta' })
    const { recipes } = (await mock.bare('get', '/_mock/recipes')).body
    expect(recipes).toHaveLength(RECIPES.length)
    expect(recipes[0]).toEqual({
      ...{ name: 'search-expires-while-paging', fields: { page: 2 } },
      ...{ says: expect.any(String), correct: expect.any(String) },
      why_not: 'Okta keeps no searches',
    })
    const spec = { recipe: 'rate-limited-then-fine', requests: 3 }
    const { status, body } = await mock.bare('post', '/_mock/recipes').send(spec)
    expect([status, body]).toEqual([
      201,
      {
        recipe: 'rate-limited-then-fine',
        fields: { requests: 3 },
        faults: [{ id: 'fault-1', spec: { kind: 'rate-limit', requests: 3 }, seen: 0, struck: 0 }],
      },
    ])
    const unknown = await mock.bare('post', '/_mock/recipes').send({ recipe: 'x' })
    expect([unknown.status, unknown.body.code]).toEqual([400, 400])
  })
})
