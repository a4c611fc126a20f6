import { UsageError } from '../../errors.ts'

/** What keeps a server from listening, as whoever has given the options understands it. */
export function listenError(
  error: NodeJS.ErrnoException,
  { host, port }: { readonly host?: string; readonly port?: number },
): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UsageError(`Port ${port} of ${host} is in use.`, {
        hint: 'Choose another one with --port; 0 takes any that is free.',
      })
    case 'EACCES':
      return new UsageError(`This user may not listen on port ${port}.`, {
        hint: 'Choose one above 1023 with --port.',
      })
    case 'ERR_SOCKET_BAD_PORT':
      return new UsageError(`--port ${port} is not a port.`, { hint: 'Ports go from 0 to 65535.' })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(`--host ${host} is no address of this machine.`)
    default:
      return error
  }
}
