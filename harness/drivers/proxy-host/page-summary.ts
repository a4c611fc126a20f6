/** In characters. */
const LONGEST = 300

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * What a page says, on one line: the title where it is HTML, which is the exception where a host that
 * runs in Flask's debug mode shows one; else its beginning.
 */
export function pageSummary(text: string): string {
  const [, title] = /<title>([^<]*)<\/title>/i.exec(text) ?? []
  const said = title === undefined ? text : plain(title)
  const line = said.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

function plain(title: string): string {
  return title
    .replace(/\/\/ Werkzeug Debugger\s*$/, '')
    .replaceAll(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replaceAll(/&#(x?)([\da-f]{1,5});/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === '' ? 10 : 16)),
    )
}
