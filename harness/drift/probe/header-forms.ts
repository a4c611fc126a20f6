/** The headers that matter to a client, and what of each is compared. A header that is not there is null. */
export const HEADER_FORMS: Readonly<Record<string, (value: string) => string>> = {
  'Content-Type': mediaType,
  'X-Request-Id': () => 'there',
  Location: (value) => (/^[a-z][a-z\d+.-]*:|^\/\//i.test(value) ? 'an address' : 'a path'),
  'WWW-Authenticate': schemes,
  Allow: methods,
  'Retry-After': (value) => (/^\s*\d+\s*$/.test(value) ? 'seconds' : 'a date'),
}

/** Spaces, quotes, case and the order of parameters do not matter. */
function mediaType(value: string): string {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase())
  const plain = parameters.map((parameter) => parameter.replaceAll(/"|\s/g, '')).toSorted()
  return [type, ...plain].filter((part) => part !== '').join('; ')
}

/** The realm and other parameters are each server's own. */
function schemes(value: string): string {
  const challenges = value.replaceAll(/"(?:\\.|[^"\\])*"/g, '""').split(',')
  const names = challenges.flatMap((part) => {
    const isParameter = /^\s*[\w-]+\s*=/.test(part)
    return isParameter ? [] : (/^\s*([\w-]+)/.exec(part)?.[1]?.toLowerCase() ?? [])
  })
  return [...new Set(names)].toSorted().join(', ')
}

/** HEAD comes with every GET, and OPTIONS with many a server, whether it says so or not. */
function methods(value: string): string {
  const names = value.split(',').map((name) => name.trim().toUpperCase())
  const telling = names.filter((name) => !['', 'HEAD', 'OPTIONS'].includes(name))
  return [...new Set(telling)].toSorted().join(', ')
}
