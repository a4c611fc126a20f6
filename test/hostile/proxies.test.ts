import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PROXIES } from './proxies.ts'
import { judge } from './support/judge.ts'

describe.concurrent('a proxy host is caught, or cannot be used, where it', {
  timeout: 60_000,
}, () => {
  it.each(Object.entries(PROXIES))('%s', async (_, answer) => {
    const server = createServer(answer).listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}`
    const said = await judge({ kind: 'proxy-host', url, module: 'abc', from: '.' })
    expect(said).toMatch(/^violated$|^cannot be started: ./)
  })
})
