import { spawn } from 'node:child_process'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { urlToReach } from './url-to-reach.ts'

/** Where the page is that shows a mock and drives it. */
export function pageAddress(mock: MockDataSource): string {
  return `${urlToReach(mock)}/_mock/ui`
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // No shell reads the address.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens an address in the user's browser, and says so where there is none. */
export function openInBrowser(address: string): void {
  const [command = 'xdg-open', ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => {
    process.stderr.write(`warning: ${command} cannot be started; open ${address} yourself\n`)
  })
  opener.unref()
}
