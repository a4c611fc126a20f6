import { type Carrier, queryStringOf } from '../carried.ts'

/** The request's own path and query string, everything as it was sent but the cursor. */
export function withCursor(carrier: Carrier, name: string, token: string): string {
  const [path = ''] = carrier.url.split('?')
  const others = queryStringOf(carrier)
    .split('&')
    .filter((piece) => piece !== '' && piece.split('=')[0] !== name)
  return `${path}?${[...others, `${name}=${encodeURIComponent(token)}`].join('&')}`
}

/** The cursor in a URL, whole or relative; null where there is none. */
export function cursorIn(url: string, name: string): string | null {
  const known = URL.canParse(url, 'https://unknown')
  return known ? new URL(url, 'https://unknown').searchParams.get(name) : null
}
