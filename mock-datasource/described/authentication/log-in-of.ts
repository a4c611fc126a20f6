import type {
  Authentication,
  LogIn,
} from '../../../contracts/data-source/description/authentication.ts'

/** The request by which credentials are exchanged for a key, and what shows the key; undefined where none are. */
export function logInOf(authentication: Authentication): LogIn | undefined {
  switch (authentication.scheme) {
    case 'log-in':
      return authentication
    case 'oauth-client-credentials': {
      const { path, as, client, scope, expires_in } = authentication
      const own = { client_id: '{{client_id}}', client_secret: '{{client_secret}}' }
      return {
        scheme: 'log-in',
        method: 'POST',
        path,
        in: 'form',
        send: {
          grant_type: 'client_credentials',
          ...(client === 'form' && own),
          ...(scope !== undefined && { scope }),
        },
        http: 200,
        answer: { access_token: '{{session_key}}', token_type: 'Bearer', expires_in },
        as,
        header: 'Authorization',
        value: 'Bearer {{session_key}}',
      }
    }
    default:
      return undefined
  }
}
