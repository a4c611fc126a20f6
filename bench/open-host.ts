import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const HOST = pathOf('test/python/proxy_host/host.py')
const CONNECTOR = pathOf('connectors/abc-security-monitor-python')

/** Starts a host that serves the reference in Python as stix-shifter's `host` command would, over HTTP. */
export async function openHost(python: string) {
  const host = spawn(python, ['-B', HOST, CONNECTOR], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [port] = await once(createInterface({ input: host.stdout }), 'line')
  const ended = once(host, 'exit')
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      host.stdin.end() // which ends it
      await ended
    },
  }
}
