import { Option } from 'commander'
import { BASES, type Basis, basisOf } from '../../contracts/basis.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import { UsageError } from '../errors.ts'

/** `--basis NAME`: which part of the contract, by what its clauses rest on. */
export function basisOption(): Option {
  return new Option(
    '--basis <name>',
    "check only what rests on stix-shifter's guide, on another interface of it, or on neither",
  ).choices(BASES)
}

/**
 * The clauses that `--only` and `--basis` leave together, as `--only` names them.
 *
 * @throws UsageError where none is left.
 */
export function onlyOf(
  only: readonly string[] = [],
  basis: Basis | undefined = undefined,
): readonly string[] {
  if (basis === undefined) return only
  const named = (id: string) =>
    only.length === 0 ||
    only.map((each) => each.toUpperCase()).some((each) => id === each || id.startsWith(`${each}-`))
  const left = CLAUSES.filter((clause) => basisOf(clause) === basis && named(clause.id))
  if (left.length > 0) return left.map(({ id }) => id)
  throw new UsageError(`no clause of ${only.join(',')} rests on --basis ${basis}`, {
    hint: '`connector-contract explain CLAUSE` says what a clause rests on.',
  })
}
