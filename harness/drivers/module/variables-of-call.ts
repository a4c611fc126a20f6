import { currentCall } from './call-scope.ts'

let isInstalled = false

/**
 * From now on each call of a connector sees the variables that are its own in `process.env`, beside those of
 * the process: calls overlap, and a variable that one had set would be another's too.
 */
export function giveCallsTheirVariables(): void {
  if (isInstalled) return
  isInstalled = true
  process.env = new Proxy(process.env, {
    // By default the object itself would be asked, with a descriptor that it does not take.
    set: (all, name, value) => Reflect.set(all, name, value),
    get: (all, name) => own(name) ?? Reflect.get(all, name),
    has: (all, name) => own(name) !== undefined || Reflect.has(all, name),
    ownKeys: (all) => [...new Set([...Reflect.ownKeys(all), ...Object.keys(variables())])],
    getOwnPropertyDescriptor(all, name) {
      const value = own(name)
      if (value === undefined) return Reflect.getOwnPropertyDescriptor(all, name)
      return { value, writable: true, enumerable: true, configurable: true }
    },
  })
}

function own(name: string | symbol): string | undefined {
  return typeof name === 'string' && Object.hasOwn(variables(), name)
    ? variables()[name]
    : undefined
}

function variables(): Readonly<Record<string, string>> {
  return currentCall.getStore()?.environment ?? {}
}
