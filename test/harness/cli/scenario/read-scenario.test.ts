import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readScenario } from '../../../../harness/cli/scenario/read-scenario.ts'
import { startScene } from '../../../../harness/cli/scenario/start-scene.ts'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'

const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string, name = 'scenario.yaml'): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('a scenario', () => {
  it('says what a mock is to be, searches as they stand, and what goes wrong in its order', async () => {
    written('id,time\na,2026-01-01T00:00:00Z\nb,2026-01-01T00:00:01Z\n', 'rows.csv')
    const path = written(`
version: 1
about: it fails when the search expires while we page
data_source: abc
data: rows.csv
settings: { page_size: 1, progress: 'ms:500', ids: awkward }
searches:
  - { id: mine, query: SELECT * FROM events, status: EXECUTE, progress: 40 }
happens:
  - recipe: search-expires-while-paging
    page: 2
  - { kind: latency, milliseconds: 1, operation: status }
`)
    const { scene } = await readScenario(path)
    const mock = await openMock()
    await startScene(mock, scene, path)
    const { settings, searches, faults } = mock.control.state()
    expect(settings).toMatchObject({
      ...{ maxPageSize: 1, ids: 'awkward', progress: { by: 'clock', milliseconds: 500 } },
      dataSet: { data: [{ id: 'a' }, { id: 'b' }] },
    })
    expect(searches).toMatchObject([{ id: 'mine', status: 'EXECUTE', progress: 40 }])
    expect(faults.map(({ spec }) => spec.kind)).toEqual(['api-error', 'latency'])
  })

  it('is what a mock saves, without secrets, and brings its state back in another', async () => {
    const first = await openMock({ recipes: [{ recipe: 'rate-limited-then-fine' }] })
    await first.control.createSearch({ id: 's', query: 'SELECT * FROM events', status: 'EXECUTE' })
    const { body } = await first.bare('get', '/_mock/scenario')
    for (const { value } of first.control.secrets()) {
      expect(JSON.stringify(body)).not.toContain(value)
    }
    const path = written(JSON.stringify(body), 'saved.json')
    const second = await openMock({ settings: { seed: 5 } })
    const { accounts } = second.control.settings()
    await startScene(second, (await readScenario(path)).scene, path)
    expect(second.control.settings()).toEqual({ ...first.control.settings(), accounts })
    expect(second.control.faults()).toEqual(first.control.faults())
    expect(second.control.search('s')).toEqual(first.control.search('s'))
  })

  it('is brought about in a mock that is up, by its control plane', async () => {
    const mock = await openMock()
    const put = async (body: string, type = 'application/yaml') => {
      const headers = { 'content-type': type }
      const answer = await fetch(`${mock.url}/_mock/scenario`, { method: 'PUT', headers, body })
      return (await answer.json()) as { readonly message?: string; readonly faults?: unknown }
    }
    const happens = '[{ recipe: rate-limited-then-fine }, { kind: latency, milliseconds: 1 }]'
    const { faults } = await put(`version: 1\ndata_source: ABC\nrows: 7\nhappens: ${happens}\n`)
    expect(faults).toMatchObject([{ id: 'fault-1' }, { id: 'fault-2', spec: { kind: 'latency' } }])
    expect(mock.control.settings().dataSet).toMatchObject({ rows: 7 })
    for (const [body, message] of [
      ['version: 1\ndata_source: okta', 'scenario: it is of okta, and this is a mock of abc-'],
      ['version: 1\ndata: rows.csv', 'scenario: data: no file is read here; give the rows'],
      ['version: 1\nhappens: [{ recipe: nver-completes }]', 'did you mean never-completes?'],
      ['version: [', 'scenario: cannot be read: '],
      ['version: 9', 'scenario: version: must be 1'],
    ] as const) {
      expect((await put(body)).message).toContain(message)
    }
    const json = JSON.stringify({ version: 1, rows: 3 })
    expect((await put(json, 'application/json')).faults).toEqual([])
  })

  it.each([
    ['version: 2', 'version: must be 1; this version reads no other'],
    ['version: 1\nhapens: []', 'there is no member "hapens"; did you mean "happens"?'],
    [
      'version: 1\nhappens: [latency]',
      'happens.0: must be { recipe: NAME, … } or { kind: KIND, … }',
    ],
    [
      'version: 1\nhappens: [{ recipe: never-complets }]',
      'happens.0: there is no recipe "never-complets". Did you mean never-completes?',
    ],
    ['version: 1\ndata_source: qradr', 'there is no data source "qradr"'],
    ['version: 1\ndata: none.csv', 'none.csv'],
    ['version: 1\nrows: 3\nstate: {}', 'rows: does not go with state'],
    ['version: [', 'it cannot be read: '],
    ['{"version":', 'it cannot be read: '],
  ])('that is wrong is told on one line: %j', async (text, message) => {
    const told = await readScenario(written(text, 'wrong.yaml')).catch(
      (error: Error) => error.message,
    )
    expect(told).toContain(message)
    expect(told).not.toContain('\n')
  })

  it('of another data source, or of what this one cannot have, is refused', async () => {
    const path = written('version: 1\ndata_source: qradar')
    await expect(readScenario(path, 'okta')).rejects.toThrow(
      'it is of qradar, and --data-source names okta',
    )
    const cannot = written('version: 1\nhappens: [{ recipe: log-in-refused }]')
    const { scene } = await readScenario(cannot)
    await expect(startScene(await openMock(), scene, cannot)).rejects.toThrow(
      `--scenario ${cannot}: happens.0: log-in-refused: ABC Security Monitor has no log-in: who asks shows credentials with each request`,
    )
    const state = written(JSON.stringify({ version: 1, state: { format: 'x' } }), 'state.json')
    await expect(
      startScene(await openMock(), (await readScenario(state)).scene, state),
    ).rejects.toThrow(`--scenario ${state}: snapshot: `)
  })
})
