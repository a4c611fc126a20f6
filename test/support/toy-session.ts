import { Declarations } from '../../contracts/declarations.ts'
import type { Driver } from '../../harness/drivers/driver.ts'
import {
  type OpenSession,
  openSession,
  type SessionOptions,
} from '../../harness/engine/session/open-session.ts'
import { abcSource } from './abc-source.ts'
import { toyDriver } from './toy-driver.ts'

/** What a session over plain HTTP needs; the certificate is never shown. */
export function sessionOptions(change: Partial<SessionOptions> = {}): SessionOptions {
  return {
    driver: toyDriver({}),
    certificate: { cert: '', key: '' },
    name: 'a test',
    deadlineMilliseconds: 10_000,
    scheme: 'http',
    mode: 'asynchronous',
    declarations: Declarations.parse({}),
    source: abcSource,
    ...change,
  }
}

/** Opens a session over plain HTTP, runs the test in it, and closes it whatever happens. */
export async function withSession(
  driver: Driver,
  test: (session: OpenSession) => Promise<void>,
  change: Partial<SessionOptions> = {},
): Promise<void> {
  const session = await openSession(sessionOptions({ driver, ...change }))
  try {
    await test(session)
  } finally {
    await session.close()
  }
}
