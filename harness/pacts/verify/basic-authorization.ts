/** The `Authorization` header of HTTP's Basic scheme (RFC 7617), in UTF-8. */
export function basicAuthorization(account: {
  readonly username: string
  readonly password: string
}): string {
  return `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`
}
