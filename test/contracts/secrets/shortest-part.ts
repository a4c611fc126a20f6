/** How long a part of what an encoder wrote has to be, so that eight of the secret's own characters are left in it. */
export function shortestPart(secret: string, written: string): number {
  return 8 * Math.ceil(written.length / secret.length + 6)
}
