/** What a check states when a clause does not hold. The kit adds clause, case, transcript and snapshot. */
export interface Finding {
  /** What the contract asks for, as a noun phrase: "a failure with code no_results". */
  readonly expected: string
  /** What the connector did instead, in the same form. */
  readonly actual: string
}

/** A connector broke a clause. Thrown by a check through the expectations; never by the harness itself. */
export class ContractViolation extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(`expected ${finding.expected}, got ${finding.actual}`)
    this.name = 'ContractViolation'
    this.finding = finding
  }
}

/**
 * This case says nothing about this connector: its transport cannot carry it, or the connector took
 * another way that the clause allows. The case is passed over, as a failed precondition is.
 */
export class CaseNotApplicable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'CaseNotApplicable'
  }
}
