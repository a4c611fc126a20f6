import type { Waiver } from '../../../contracts/waiver.ts'

/** A day in UTC, as `2026-12-31`: days that are written so sort by time. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, '2026-12-31'.length)
}

/** The waivers that still count on a day: a waiver does so on the day on which it expires. */
export function inForce(waivers: readonly Waiver[], today: string): readonly Waiver[] {
  return waivers.filter((waiver) => !isExpired(waiver, today))
}

export function isExpired({ expires }: Pick<Waiver, 'expires'>, today: string): boolean {
  return expires < today
}
