/**
 * Every way in which connector-contract itself ends early, in the order in which a run meets them. Each
 * carries the exit code that a caller sees and a hint that says what to do. A connector that breaks the
 * contract is not among them: that is a verdict (exit 1), not an error.
 */
export abstract class ConnectorContractError extends Error {
  /** 2: wrong use. 3: the connector could not be started or the run could not complete. */
  abstract readonly exitCode: 2 | 3
  /** What the reader can do about it, in one sentence. */
  readonly hint: string | undefined

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = new.target.name
    this.hint = options.hint
  }
}

/** An option, an argument or a file that the user gave cannot be used. */
export class UsageError extends ConnectorContractError {
  readonly exitCode = 2
}

/** A configuration file that is code has ended the process that ran it, or never came to its end. */
export class ConfigurationError extends ConnectorContractError {
  readonly exitCode = 3
}

/** The connector under test cannot be loaded or started at all. */
export class TargetError extends ConnectorContractError {
  readonly exitCode = 3
}

/** A driver and the worker that it runs do not understand each other: nothing is known of the connector. */
export class DriverError extends ConnectorContractError {
  readonly exitCode = 3
}

/** The data source that a connector is judged against goes wrong itself: nothing is known of the connector. */
export class DataSourceError extends ConnectorContractError {
  readonly exitCode = 3
}

/** A failure of an earlier run cannot be run, or brought back, by this version. */
export class StaleFailureError extends ConnectorContractError {
  readonly exitCode = 3
}

/** A data source that is to be verified or compared cannot be reached, or not in the way that it has to be. */
export class ProviderError extends ConnectorContractError {
  readonly exitCode = 3
}

/** A run has been stopped before anything is known of the connector. */
export class StoppedError extends ConnectorContractError {
  readonly exitCode = 3
}

/** What is found cannot be written where it is wanted, although that is right: the disk is full, say. */
export class OutputError extends ConnectorContractError {
  readonly exitCode = 3
}
