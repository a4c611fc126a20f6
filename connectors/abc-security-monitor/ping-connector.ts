import type { ApiClient } from './api-client.ts'

/** Answers whether the data source is up and lets this account in. */
export async function ping(api: ApiClient) {
  await api.ping()
  return { success: true }
}
