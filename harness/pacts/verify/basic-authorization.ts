/** The `Authorization` header of HTTP's Basic scheme (RFC 7617), in UTF-8. */
export function basicAuthorization(account: {
  readonly username?: string
  readonly password?: string
}): string {
  const { username = '', password = '' } = account
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
