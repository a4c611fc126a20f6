import type { Level } from '../../../contracts/clause.ts'
import { type ClauseId, clauseOf } from '../../../contracts/clauses.ts'
import type { Answer } from '../answer.ts'
import type { Capabilities } from '../capabilities.ts'
import type { SecretFinder } from '../secrets.ts'
import type { ConnectionChange } from '../session.ts'
import type { Finding } from '../violation.ts'

/** One call of a case, and what an invariant has to know of the case so as to accuse nobody of it. */
export interface JudgedCall {
  readonly answer: Answer
  /** How the connection and the credentials differed from those of the session. */
  readonly change: ConnectionChange
  /** Finds the credentials of the session. */
  readonly secrets: SecretFinder
  readonly capabilities: Capabilities
}

/** What of a case an answer leaves nothing to say about, once it breaks an invariant. */
export type Spoils =
  /** Nothing can be read from it: no claim about the case can be judged any more. */
  | 'case'
  /** Its code is none, so that no claim about its code can be judged. */
  | 'code'
  /** Where none came in time, the reason is known. */
  | 'wait'

/** What holds of every answer, whatever was asked and whatever the data source did. */
export interface Invariant {
  /** Unique among invariants: the clause's id, and what tells it from others that are about the clause. */
  readonly name: string
  readonly clause: ClauseId
  readonly level: Level
  /** What must hold, as one sentence. */
  readonly claim: string
  readonly spoils?: Spoils
  /** Whether such an answer is one that it judges. */
  concerns(call: JudgedCall): boolean
  /** What is wrong with an answer that concerns it; undefined: nothing. */
  judge(call: JudgedCall): Finding | undefined
}

/** What an invariant's author writes. */
export interface InvariantDefinition extends Omit<Invariant, 'name' | 'level'> {
  /** Part of its name, where a check or another invariant has the clause's id for its own. */
  readonly aspect?: string
  /** Where it is of the clause's `should` sentence, SHOULD; else the clause's own level. */
  readonly level?: Level
}

/** Makes an invariant out of its definition. */
export function defineInvariant({ aspect, ...definition }: InvariantDefinition): Invariant {
  const { clause, level = clauseOf(clause).level } = definition
  return { ...definition, level, name: aspect === undefined ? clause : `${clause} ${aspect}` }
}
