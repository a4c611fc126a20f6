/** Words that give away that what goes by such a name is a secret, whatever the case and the signs between words. */
const WORDS = new Set([
  ...['secret', 'secrets', 'token', 'tokens', 'password', 'passwords', 'passwd', 'pwd', 'pass'],
  ...['passphrase', 'passcode', 'credential', 'credentials', 'auth', 'authorization', 'bearer'],
  ...['apikey', 'cookie', 'jwt', 'pat', 'pin', 'signature'],
])
/** Keys that rows and tables have, and that everybody may know. */
const OPEN_KEYS = new Set([
  ...['row', 'sort', 'primary', 'foreign', 'partition', 'public', 'group', 'order', 'index'],
])
/** What says something of a secret and is none: `token_url`, `password_policy`. */
const ABOUT = new Set([
  ...['url', 'uri', 'endpoint', 'type', 'kind', 'name', 'header', 'policy', 'length', 'lifetime'],
  ...['expiry', 'expires', 'ttl', 'path', 'file', 'scheme', 'method', 'mode'],
])

/** Whether the name of a member or a variable gives away that its value is a secret: `apiKey`, `CLIENT_SECRET`. */
export function tellsSecret(name: string): boolean {
  const words = name
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  if (ABOUT.has(last)) return false
  if (words.some((word) => WORDS.has(word))) return true
  if (last === 'key' || last === 'keys') return !OPEN_KEYS.has(words.at(-2) ?? '')
  return /(?:secret|token|password|passphrase|credentials?|apikey|privatekey)s?$/.test(last)
}
