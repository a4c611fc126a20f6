import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder, replayerOf } from './support.ts'

it('a HAR file is served as a recording, without its secrets', async () => {
  const path = join(newFolder(), 'browser.har')
  const entry = {
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 12,
    request: { method: 'GET', url: 'https://real.example/api?x=1', headers: [], queryString: [] },
    response: {
      status: 200,
      headers: [
        { name: 'Content-Encoding', value: 'gzip' },
        { name: 'Transfer-Encoding', value: 'chunked' },
      ],
      content: { size: 4, text: Buffer.from('{"ok":1}').toString('base64'), encoding: 'base64' },
    },
  }
  writeFileSync(path, JSON.stringify({ log: { version: '1.2', entries: [entry] } }))
  const replayer = await replayerOf(path)
  expect(await (await fetch(`${replayer.url}/api?x=1`)).json()).toEqual({ ok: 1 })
  writeFileSync(path, '{"log":{}}')
  await expect(replayerOf(path)).rejects.toThrow(`${path} is no HAR file: log.entries: `)
})
