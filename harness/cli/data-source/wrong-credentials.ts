import type { Asker } from './asker.ts'

/** The mock's own credentials, each time with another member that is not right. */
export function wrongCredentials({ source, mock }: Asker) {
  const own = mock.account.credentials
  return Object.keys(source.credentials.members).map((member) => ({
    member,
    credentials: { ...own, [member]: `${own[member]}-not` },
  }))
}
