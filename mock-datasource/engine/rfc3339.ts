const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/**
 * The instant that an RFC 3339 date-time names, in milliseconds since 1970, or `undefined` where the text
 * is none. A fraction may have 1 to 9 digits, so that the result need not be whole; an offset such as
 * `+02:00` is taken into account. Leap seconds, hour 24 and dates such as 30 February are refused.
 */
export function parseRfc3339(text: string): number | undefined {
  const match = DATE_TIME.exec(text)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Six
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second))
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day)
  const dayExists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!dayExists || hour > 23 || minute > 59 || second > 59) return undefined
  const offset = offsetInMinutes(match[8], match[9], match[10])
  if (offset === undefined) return undefined
  const fraction = match[7] === undefined ? 0 : Number(match[7]) * 1_000
  return date.getTime() + fraction - offset * 60_000
}

type Six = [number, number, number, number, number, number]

function offsetInMinutes(sign?: string, hours?: string, minutes?: string): number | undefined {
  if (sign === undefined) return 0
  const [h, m] = [Number(hours), Number(minutes)]
  if (h > 23 || m > 59) return undefined
  return (sign === '-' ? -1 : 1) * (h * 60 + m)
}
