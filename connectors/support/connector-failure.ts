import type { ErrorCode } from '../../contracts/error-code.ts'

/** Why a method fails: thrown inside a connector, told to the caller as a failure envelope. */
export class ConnectorFailure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'ConnectorFailure'
    this.code = code
  }
}
