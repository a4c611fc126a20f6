/** What a check states when a clause does not hold. The kit adds clause, case, transcript and snapshot. */
export interface Finding {
  /** What the contract asks for, as a noun phrase: "a failure with code no_results". */
  readonly expected: string
  /** What the connector did instead, in the same form. */
  readonly actual: string
  /** What the call did, behind its name, where `actual` is too long for a title: "returned 3 rows, not 2". */
  readonly happened?: string
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
 * This case is none that the data source could be brought to: it names a state, code or operation which is not
 * there, since it was made for another version of the data source or for another one.
 */
export class CaseDoesNotFit extends Error {
  constructor(title: string, reason: string) {
    super(`the case no longer fits ${title}: ${reason}`)
    this.name = 'CaseDoesNotFit'
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
