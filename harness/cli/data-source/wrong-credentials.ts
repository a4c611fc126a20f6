import type { Asker } from './asker.ts'

/** The mock's own credentials, each time with another member that is not right. */
export function wrongCredentials({ source, mock }: Asker) {
  const own = mock.account.credentials
  // What a caller is known without it may not show.
  const needed = Object.entries(source.credentials.members).filter(([, { optional }]) => !optional)
  return needed.map(([member]) => ({
    member,
    credentials: { ...own, [member]: `${own[member]}-not` },
  }))
}
