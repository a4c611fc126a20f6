import type { ConnectorFactory } from '../../contracts/connector.ts'
import type { Driver } from '../../harness/drivers/driver.ts'
import { CallScope, currentCall } from '../../harness/drivers/module/call-scope.ts'
import { giveCallsTheirVariables } from '../../harness/drivers/module/variables-of-call.ts'
import { toyDriver } from './toy-driver.ts'

/** A driver over a connector that a test has made, as the module driver calls one from a file. */
export function factoryDriver(createConnector: ConnectorFactory): Driver {
  const connector = (call: Parameters<Driver['call']>[0]) =>
    createConnector(call.connection, call.configuration)
  giveCallsTheirVariables()
  const driver = toyDriver({
    ping: (call) => connector(call).ping(),
    is_async: (call) => connector(call).is_async(),
    query: (call) => connector(call).query(...(call.arguments as [string])),
    status: (call) => connector(call).status(...(call.arguments as [string])),
    results: (call) => connector(call).results(...(call.arguments as [string, number, number])),
    delete: (call) => connector(call).delete(...(call.arguments as [string])),
  })
  return {
    ...driver,
    call: (call) => currentCall.run(new CallScope(call.environment), () => driver.call(call)),
  }
}
