import type { BodyFormatName } from '../../contracts/data-source/description/bodies.ts'
import type { Description } from '../../contracts/data-source/description.ts'
import { BODIES } from './bodies/index.ts'
import type { Mistake } from './mistake.ts'
import { pagedIn, statusGivesRows } from './modes.ts'
import { placesOf } from './template.ts'

interface Body {
  readonly place: string
  readonly value: unknown
  readonly as: BodyFormatName
}

/** What cannot be written in the form that its body is said to have. */
export function* bodyMistakes(description: Description): Generator<Mistake> {
  for (const { place, value, as } of bodiesOf(description)) {
    const problem = BODIES[as].problem(value)
    if (problem) yield { place: [place, ...problem.way].join('.'), found: problem.found }
  }
  yield* formMistakes(description)
  for (const name of pagedIn(description)) yield* pageMistakes(name, description)
}

function bodiesOf({ operations, errors, authentication, bodies }: Description): readonly Body[] {
  const answers = Object.entries(operations).flatMap(([name, operation]): Body[] =>
    operation?.answer === undefined
      ? []
      : [
          {
            place: `operations.${name}.answer`,
            value: operation.answer,
            as: operation.as ?? bodies,
          },
        ],
  )
  const logIn = 'answer' in authentication ? authentication : undefined
  return [
    ...answers,
    { place: 'errors.body', value: errors.body, as: errors.as ?? bodies },
    ...(logIn
      ? [{ place: 'authentication.answer', value: logIn.answer, as: logIn.as ?? bodies }]
      : []),
  ]
}

/** Any text is a form: one in which nobody has to find anything could not be told from a broken answer. */
function* formMistakes(description: Description): Generator<Mistake> {
  const { operations, bodies } = description
  const telling = statusGivesRows(description) ? ['create'] : ['create', 'status']
  for (const [name, operation] of Object.entries(operations)) {
    if (operation?.answer === undefined || (operation.as ?? bodies) !== 'form') continue
    if (telling.includes(name)) continue
    const found = 'cannot be a form: any text is one, so that a broken answer could not be told'
    yield { place: `operations.${name}.as`, found, allowed: ['json', 'ndjson', 'xml'] }
  }
}

function* pageMistakes(
  name: keyof Description['operations'],
  { operations, bodies, row }: Description,
): Generator<Mistake> {
  const as = operations[name]?.as ?? bodies
  const way = placesOf(operations[name]?.answer).wayTo('rows')
  if (as === 'ndjson' && way?.some((step, at) => at > 0 || typeof step === 'string')) {
    const place = ['operations', name, 'answer', ...way].join('.')
    yield {
      place,
      found: '{{rows}} has to be an element of the list of lines, or the whole answer',
    }
  }
  if (as !== 'xml') return
  const named = Object.fromEntries(row.fields.map((field) => [field, '']))
  const problem = BODIES.xml.problem({ row: named })
  if (problem) {
    const field = String(problem.way.at(-1))
    const place = `row.fields.${row.fields.indexOf(field)}`
    yield { place, found: `${JSON.stringify(field)} ${problem.found}` }
  }
}
