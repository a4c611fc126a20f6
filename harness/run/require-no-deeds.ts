import type { Driver } from '../drivers/driver.ts'

/** Throws where the connector has ended what it runs in, or would have: that is no part of any check. */
export function requireNoDeeds(driver: Driver): void {
  const deeds = driver.deeds?.() ?? []
  if (deeds.length > 0) throw new Error(`the connector ends what it runs in, ${deeds.join('; ')}`)
}
