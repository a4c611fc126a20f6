import { DEFAULT_DATA_SOURCE } from '../../../mock-datasource/index.ts'
import { isObject } from '../../kit/answer.ts'

/**
 * What a file of version 1 would say in version 2; anything else as it is. Version 1 knew one data source, and of
 * that no hash.
 */
export function fromVersion1(json: unknown): unknown {
  if (!isObject(json) || json['version'] !== 1) return json
  const data_source = { name: DEFAULT_DATA_SOURCE, hash: null }
  const { latestCall } = json
  const call = isObject(latestCall) ? { latestCall: callOf(latestCall) } : {}
  return { data_source, ...json, ...call, version: 2 }
}

function callOf(call: Readonly<Record<string, unknown>>): unknown {
  const { change } = call
  if (!isObject(change) || change['password'] === undefined) return call
  const { password, ...rest } = change
  return { ...call, change: { ...rest, credentials: { password } } }
}
