import type { Method } from '../../contracts/method.ts'
import type { Call, CallResult, Driver, Outcome } from '../../harness/drivers/driver.ts'

/** How a toy connector answers: the value of each method it has, made from the call. */
export type Toy = Partial<Record<Method, (call: Call) => unknown>>

/** A driver over functions of a test: as the module driver calls a connector, without loading one. */
export function toyDriver(toy: Toy, change: Partial<Driver> = {}): Driver {
  return {
    kind: 'module',
    label: 'a toy',
    declarations: undefined,
    cannotCarry: () => undefined,
    call: async (call) => ({ ...(await outcomeOf(toy, call)), stdout: '', stderr: '' }),
    commandLine: ({ method, arguments: args }) => [method, ...args].join(' '),
    close: async () => {},
    ...change,
  }
}

/** A driver that sees the same of every call, whatever it is. */
export function drivenTo(outcome: Outcome, stderr = ''): Driver {
  return toyDriver(
    {},
    { call: async (): Promise<CallResult> => ({ ...outcome, stdout: '', stderr }) },
  )
}

/** Makes the request that a method stands for at the data source, with the session's credentials. */
export async function request(
  { connection, configuration }: Pick<Call, 'connection' | 'configuration'>,
  path: string,
  init: { readonly method?: string; readonly body?: unknown } = {},
): Promise<Response> {
  const { username, password } = configuration.auth
  return fetch(`http://${connection.host}:${connection.port}/api/v1${path}`, {
    method: init.method ?? 'GET',
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  })
}

async function outcomeOf(toy: Toy, call: Call): Promise<Outcome> {
  try {
    const method = toy[call.method]
    if (method === undefined) throw new TypeError(`The connector has no method "${call.method}".`)
    return { kind: 'answered', value: await method(call) }
  } catch (error) {
    return { kind: 'threw', message: String(error) }
  }
}
