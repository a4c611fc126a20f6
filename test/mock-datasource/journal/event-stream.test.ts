import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
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
  let found: string[] = []
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.endsWith('\n\n')) found = text.split('\n\n').slice(0, -1)
    if (found.length >= count) break
  }
  stop.abort()
  return found.map((event) => {
    const [, id = '', data = ''] = /^(?:id|event): (.*)\ndata: (.*)$/.exec(event) ?? []
    return { id, data: JSON.parse(data) }
  })
}

/** A body that the API refuses at once and the journal keeps. */
const LONG = 'x'.repeat(900_000)

const send = (mock: TestMock, body: string) =>
  mock.api('post', '/searches').set('Content-Type', 'application/json').send(body)

/** Follows the journal over a bare socket and reads nothing of it; ends when the connection does. */
function followUnread({ host, port }: TestMock): {
  readonly socket: Socket
  readonly over: Promise<void>
} {
  const socket = connect(port, host)
  onTestFinished(() => void socket.destroy())
  socket.pause()
  socket.write(
    `GET /_mock/journal HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/event-stream\r\n\r\n`,
  )
  const over = new Promise<void>((resolve) => {
    socket.once('close', () => resolve()).on('error', () => {})
  })
  return { socket, over }
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

test('one that does not read is dropped, and one that does is not', async () => {
  const said: string[] = []
  const mock = await openMock({ notice: (sentence) => said.push(sentence) })
  const { socket, over } = followUnread(mock)
  const reads = await fetch(`${mock.url}/_mock/journal`, {
    headers: { accept: 'text/event-stream' },
  })
  let read = 0
  const reading = (async () => {
    for await (const piece of reads.body ?? []) read += piece.length
  })().catch(() => undefined)
  while (mock.control.state().counters.followersDropped === 0) await send(mock, LONG)
  expect(said).toEqual([
    expect.stringMatching(
      /^a follower of the journal was dropped at exchange \d+: it had left \d+ bytes unread, and no more than 8388608 are kept for it$/,
    ),
  ])
  const state = await mock.bare('get', '/_mock/state')
  expect(state.body.counters.followers_dropped).toBe(1)
  socket.resume()
  await over
  const all = mock.control.journal.lastSequence * LONG.length
  await vi.waitFor(() => expect(read).toBeGreaterThan(all))
  await mock.close()
  await reading
})

test('who comes back to less than is kept is told what it missed', async () => {
  const mock = await openMock()
  for (let n = 0; n < 3; n += 1) await mock.api('get', '/ping')
  mock.control.journal.clear()
  await mock.api('get', '/ping')
  const seen = await events(mock, 2, { 'last-event-id': '1' })
  expect(seen).toMatchObject([
    { id: 'gap', data: { after: 1, forgotten_up_to: 3 } },
    { id: '4', data: { sequence: 4 } },
  ])
  expect(await events(mock, 1, { 'last-event-id': '3' })).toMatchObject([{ id: '4' }])
})

test('one that catches up gets everything once, also what ends meanwhile', async () => {
  const mock = await openMock()
  for (let n = 0; n < 5; n += 1) await send(mock, LONG.slice(0, 200_000))
  const seen = await events(mock, 7, {}, async () => {
    await mock.api('get', '/ping')
    await mock.api('get', '/ping')
  })
  expect(seen.map(({ data }) => data.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
})
