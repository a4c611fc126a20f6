const DAY_MILLISECONDS = 86_400_000

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')
const MINUTES = Array.from(
  { length: 24 * 60 },
  (_, minute) => `T${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}:`,
)
const SECONDS = Array.from({ length: 60 }, (_, second) => `${padded(second, 2)}.`)
const MILLISECONDS = Array.from({ length: 1_000 }, (_, millisecond) => `${padded(millisecond, 3)}Z`)

/**
 * Writes instants (milliseconds, from 1970 on) as `Date.prototype.toISOString` does. That takes most of the
 * time in which a row is made; this, where instants of one day come together, a tenth of it.
 */
export function isoTimes(): (instant: number) => string {
  let day = Number.NaN
  let date = ''
  return (instant) => {
    const ofDay = instant % DAY_MILLISECONDS
    if (instant - ofDay !== day) {
      day = instant - ofDay
      date = new Date(day).toISOString().slice(0, 'yyyy-mm-dd'.length)
    }
    const minute = MINUTES[Math.floor(ofDay / 60_000)] as string
    const second = SECONDS[Math.floor(ofDay / 1_000) % 60] as string
    return date + minute + second + (MILLISECONDS[ofDay % 1_000] as string)
  }
}
