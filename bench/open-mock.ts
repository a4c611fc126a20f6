import type { Subject } from './compare.ts'
import type { MockOperations } from './processes/mock.ts'
import type { Usage } from './processes/usage.ts'
import { Worker } from './processes/worker.ts'

/** A mock data source in a process of its own, over HTTP. */
export interface BenchedMock {
  readonly url: string
  readonly port: number
  readonly auth: { readonly username: string; readonly password: string }
  /** What a request to it needs. */
  readonly headers: Readonly<Record<string, string>>
  /** Makes one finished search for each query, without a request, and gives their ids. */
  search(queries: readonly string[]): Promise<string[]>
  usage(): Promise<Usage>
  /** These paths of it, below the API's base path. */
  subject(paths: readonly string[]): Subject
  stop(): Promise<void>
}

export const API = '/api/v1'

/** Starts one that makes `rows` rows. With `profile`, a folder, it leaves a CPU profile there in the end. */
export async function openMock({
  rows,
  profile,
  isDescribed = false,
  journalBytes,
}: {
  readonly rows: number
  /** One that a file describes, and not the usual one. */
  readonly isDescribed?: boolean
  /** Where that is another than usual. */
  readonly journalBytes?: number
  readonly profile?: string | undefined
}): Promise<BenchedMock> {
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const worker = new Worker<MockOperations>(
    new URL('./processes/mock.ts', import.meta.url),
    execArgv,
  )
  const { url, port, username, password } = await worker.ask('start', {
    rows,
    isDescribed,
    journalBytes,
  })
  const credentials = Buffer.from(`${username}:${password}`).toString('base64')
  const headers = { authorization: `Basic ${credentials}` }
  const usage = () => worker.ask('usage', undefined)
  return {
    url,
    port,
    auth: { username, password },
    headers,
    search: (queries) => worker.ask('search', queries),
    usage,
    subject: (paths) => ({ url, headers, usage, paths: paths.map((path) => API + path) }),
    stop: () => worker.stop(),
  }
}
