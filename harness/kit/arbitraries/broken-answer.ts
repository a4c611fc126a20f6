import type { DataSource, VitalMember } from '../../../contracts/data-source/data-source.ts'
import type { RawAnswer } from '../../../contracts/data-source/reads.ts'
import { METHODS, type Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import type { Capabilities } from '../capabilities.ts'
import { operationOf } from '../requests.ts'

/** Statuses of success that come without a body, where the answer promises one. */
const NOTHING_YET = 'nothing under 202'
const NOTHING = 'nothing under 204'
const HALF = 'half under 206'

/**
 * Answers under status 200 or an error's that are no answer at any data source, each the same for every
 * operation. A place without one is for what the data source itself names so, where it does.
 */
const WHOLE: Readonly<Record<string, RawAnswer | undefined>> = {
  'not JSON': { status: 200, body: 'OK' },
  'cut off': undefined,
  empty: { status: 200, body: '' },
  HTML: { status: 200, body: '<!DOCTYPE html><html><body>Sign in</body></html>' },
  null: { status: 200, body: 'null' },
  'a list': { status: 200, body: '[]' },
  'a text': { status: 200, body: '"COMPLETED"' },
  'no code': undefined,
  'an error without a code': undefined,
  'an error that is empty': { status: 500, body: '' },
  'an error in HTML': { status: 500, body: '<html><body>Internal Server Error</body></html>' },
  [NOTHING_YET]: { status: 202, body: '' },
  [NOTHING]: { status: 204, body: '' },
}

/** What a data source whose rows are the whole body may well send: rows, or none. */
const PERHAPS_ROWS = ['null', 'a list', 'a text']
/** And where rows are the lines of it. */
const PERHAPS_NO_LINES = [...PERHAPS_ROWS, 'empty', NOTHING_YET, NOTHING]

/** What cannot be told from something right where every member is a text, and no rows are no elements. */
const RIGHT_AS_TEXTS = ['status a number', 'rows missing', 'rows null', 'rows an object']

type SchemaDrift = Extract<FaultSpec, { readonly kind: 'schema-drift' }>
type Drift = Required<Pick<SchemaDrift, 'to'>> | Required<Pick<SchemaDrift, 'remove'>>

/** Wrong values of a member, by what it holds; the order is that in which the members are tried. */
const DRIFTS: readonly (readonly [VitalMember['holds'], Readonly<Record<string, Drift>>])[] = [
  ['text', { missing: { remove: true }, null: { to: null }, empty: { to: '' } }],
  ['progress', { 'a text': { to: 'forty' }, null: { to: null } }],
  ['status', { missing: { remove: true }, null: { to: null }, 'a number': { to: 3 } }],
  [
    'rows',
    {
      missing: { remove: true },
      null: { to: null },
      'an object': { to: {} },
      'a text': { to: 'rows' },
      'of texts': { to: ['row'] },
    },
  ],
]

/** A right answer of one method with one part of it wrong. */
interface Drifted {
  readonly name: string
  readonly method: Method
  readonly field: VitalMember['at']
  readonly drift: Drift
}

/** The names of every way of breaking an answer that cannot be read as anything but broken. */
export function brokenAnswers(source: DataSource): readonly string[] {
  const names = [...Object.keys(wholeAnswers(source)), ...driftedOf(source).map(({ name }) => name)]
  return [...new Set(names)]
}

/** The fault that gives such an answer to this method; undefined where its answer has no such part. */
export function brokenFor(
  name: string,
  capabilities: Capabilities,
  method: Method,
): FaultSpec | undefined {
  const { source } = capabilities
  const whole = wholeAnswers(source)[name]
  if (whole !== undefined) {
    const [first] = source.vital[method] ?? []
    // Where an answer has nothing to say, its absence says as much.
    if (first === undefined && (name === NOTHING || name === NOTHING_YET)) return undefined
    const perhaps = first?.written === 'lines' ? PERHAPS_NO_LINES : PERHAPS_ROWS
    return perhaps.includes(name) && isWholeBody(first)
      ? undefined
      : { kind: 'http-status', ...whole }
  }
  const drifted = driftedOf(source).find((each) => each.name === name && each.method === method)
  const operation = operationOf(capabilities, method)
  if (drifted === undefined || operation === undefined) return undefined
  const { field, drift } = drifted
  return { kind: 'schema-drift', operation, field, ...drift }
}

function wholeAnswers({ broken }: DataSource): Readonly<Record<string, RawAnswer>> {
  const { 'cut off': cut } = broken
  const half = cut && { [HALF]: { status: 206, body: cut.body } }
  const all = Object.entries({ ...WHOLE, ...broken, ...half })
  return Object.fromEntries(all.flatMap(([name, answer]) => (answer ? [[name, answer]] : [])))
}

function driftedOf({ vital }: DataSource): readonly Drifted[] {
  const members = METHODS.flatMap((method) =>
    (vital[method] ?? []).map((member) => ({ ...member, method })),
  )
  return DRIFTS.flatMap(([holds, drifts]) =>
    members
      .filter((member) => member.holds === holds && !isWholeBody(member))
      .flatMap(({ name, method, at, written }) =>
        Object.entries(drifts)
          .filter(([how]) => written !== 'texts' || !RIGHT_AS_TEXTS.includes(`${holds} ${how}`))
          .map(([how, drift]): Drifted => ({ name: `${name} ${how}`, method, field: at, drift })),
      ),
  )
}

/** Whether a member is no member but all that the body holds. */
function isWholeBody(member: VitalMember | undefined): boolean {
  return member?.at.length === 0
}
