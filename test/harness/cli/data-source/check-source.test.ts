import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { checkLines } from '../../../../harness/cli/data-source/check-lines.ts'
import { checkSource } from '../../../../harness/cli/data-source/check-source.ts'
import { listed, listLines } from '../../../../harness/cli/data-source/list-sources.ts'
import { describedSource } from '../../../../mock-datasource/descriptions.ts'
import { BUILT_IN, type DataSourceDefinition } from '../../../../mock-datasource/index.ts'
import { nightWatch, pagedBy } from '../../../mock-datasource/described/support/night-watch.ts'

function definitionOf(description: unknown): DataSourceDefinition {
  const source = describedSource(description)
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  return source.definition
}

async function problemsWith(description: unknown) {
  const { held, findings = [] } = await checkSource(definitionOf(description))
  const problems = findings.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [`${name}: ${problem}`],
  )
  expect(held).toBe(problems.length === 0)
  return problems
}

describe('data-source check', () => {
  it.each(BUILT_IN)('finds nothing wrong with $name', async ({ name, load }) => {
    const check = await checkSource(await load())
    expect(check.findings?.filter(({ problem }) => problem !== undefined) ?? []).toEqual([])
    const lines = checkLines(check, 'built in').map(stripVTControlCharacters)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    expect(lines[0]).toContain(`(${name})`)
  })

  it.each([
    [{ style: 'offset-limit', offset: 'from', limit: 'n', most_rows: 100 }, {}],
    [{ style: 'page-number', page: 'p', size: 'n' }, {}],
    [{ style: 'cursor', cursor: 'c', limit: 'n', most_rows: 100 }, { next: '{{next}}' }],
    [{ style: 'range-header', unit: 'items' }, {}],
    [{ style: 'whole' }, {}],
    [{ style: 'limit', limit: 'n' }, {}],
    [{ style: 'link-header', cursor: 'c', limit: 'n', most_rows: 100 }, {}],
    [{ style: 'next-url', cursor: 'c', limit: 'n', most_rows: 100 }, { next: '{{next}}' }],
  ])('follows the pages of every style: %o', async (paging, answer) => {
    expect(await problemsWith(pagedBy(paging, answer))).toEqual([])
  })

  it('finds a success that reads as an error', async () => {
    const operations = {
      ping: { method: 'GET', path: '/up', answer: { error: { name: 'none' } } },
      query: { method: 'GET', path: '/find', answer: { rows: '{{rows}}' } },
    }
    expect(await problemsWith(nightWatch({ operations }))).toContain(
      'ping: its success reads as an error, code none',
    )
  })

  it('finds pages that cannot be told apart', async () => {
    const problems = await problemsWith(
      pagedBy({ style: 'cursor', cursor: 'n', limit: 'n' }, { next: '{{next}}' }),
    )
    expect(problems.join()).toMatch(/3 a page: /)
  })

  it('says which checks will not apply, and why', async () => {
    const { inapplicable } = await checkSource(definitionOf(nightWatch()))
    const reasons = inapplicable.map(({ reason }) => reason)
    expect(reasons).toContain('the connector is synchronous')
    expect(reasons).toContain('Night Watch gives every result whole')
  })

  it('shows what it asked with every secret masked', async () => {
    const check = await checkSource(definitionOf(nightWatch()))
    expect(JSON.stringify(check)).not.toMatch(/token-[0-9a-f]/)
  })
})

it('data-source list tells of each in lines of at most 80 columns', async () => {
  const sources = (await Promise.all(BUILT_IN.map(({ load }) => load()))).map(listed)
  const lines = listLines(sources).map(stripVTControlCharacters)
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  for (const { name, title } of BUILT_IN) {
    expect(lines.some((line) => line.startsWith(name) && line.endsWith(title))).toBe(true)
  }
  expect(lines.join('\n')).toContain('asynchronous; pages by range; token')
})
