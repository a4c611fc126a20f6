import { expect, test } from 'vitest'
import { openMock, type TestMock } from '../support/open-mock.ts'

interface Event {
  readonly id: string
  readonly data: { readonly sequence: number; readonly operation?: string }
}

/** Reads server-sent events until there are `count`. */
async function events(
  mock: TestMock,
  count: number,
  headers: Record<string, string> = {},
  act: () => Promise<unknown> = async () => undefined,
): Promise<Event[]> {
  const stop = new AbortController()
  const response = await fetch(`${mock.url}/_mock/journal`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await act()
  let text = ''
  const found = () => text.split('\n\n').slice(0, -1)
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (found().length >= count) break
  }
  stop.abort()
  return found().map((event) => {
    const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/.exec(event) ?? []
    return { id, data: JSON.parse(data) }
  })
}

test('a follower gets what was there and what comes', async () => {
  const mock = await openMock()
  await mock.api('get', '/ping')
  const seen = await events(mock, 2, {}, () => mock.api('get', '/searches/x'))
  expect(seen.map(({ id }) => id)).toEqual(['1', '2'])
  expect(seen.map(({ data }) => data.operation)).toEqual(['ping', 'status'])
})

test('who comes back goes on where it left', async () => {
  const mock = await openMock()
  for (let n = 0; n < 3; n += 1) await mock.api('get', '/ping')
  const seen = await events(mock, 1, { 'last-event-id': '2' })
  expect(seen.map(({ data }) => data.sequence)).toEqual([3])
})

test('followers do not keep a mock from closing', async () => {
  const mock = await openMock()
  const response = await fetch(`${mock.url}/_mock/journal`, {
    headers: { accept: 'text/event-stream' },
  })
  await mock.close()
  await expect(response.text()).rejects.toThrow()
})
