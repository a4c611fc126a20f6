import type { Description } from '../../contracts/data-source/description.ts'
import { MEMBERS } from './members.ts'
import type { Mistake } from './mistake.ts'
import { pagedIn, statusGivesRows } from './modes.ts'
import { pagingStyleOf } from './paging/index.ts'
import { tellingPlaceholders } from './states.ts'
import { placeholdersIn } from './template.ts'

/** A template, and what it may and has to hold. */
interface Templated {
  readonly place: string
  readonly value: unknown
  readonly allowed: readonly string[]
  /** Each of these by itself, as a value. */
  readonly needed?: readonly string[]
}

/** Placeholders that nothing fills in, and those without which a template says nothing. */
export function* placeholderMistakes(description: Description): Generator<Mistake> {
  for (const templated of templatesOf(description)) yield* mistakesIn(templated)
}

function* mistakesIn({ place, value, allowed, needed = [] }: Templated): Generator<Mistake> {
  const found = placeholdersIn(value)
  for (const { name, way } of found) {
    if (allowed.includes(name)) continue
    const own = [place, ...way].join('.')
    yield { place: own, found: `there is no {{${name}}} here`, written: name, allowed }
  }
  for (const name of needed) {
    const own = found.find((each) => each.name === name)
    if (own === undefined) yield { place, found: `{{${name}}} is missing` }
    else if (!own.whole && typeof value !== 'string') {
      yield { place: [place, ...own.way].join('.'), found: `{{${name}}} has to stand by itself` }
    }
  }
}

function templatesOf(description: Description): readonly Templated[] {
  const { operations, beside, errors, query, credentials, statuses, row } = description
  const telling = tellingPlaceholders(statuses)
  const ofASearch = ['id', 'status', 'progress', 'fraction', 'found', ...telling]
  const paged = pagedIn(description)
  const page = ['rows', 'count', 'total', ...pagingStyleOf(description.paging, row).placeholders]
  const operation = (name: keyof typeof operations, needed: readonly string[] = []): Templated => ({
    place: `operations.${name}.answer`,
    value: operations[name]?.answer,
    allowed: [...(name === 'query' ? [] : ofASearch), ...(paged.includes(name) ? page : [])],
    needed: operations[name] === undefined ? [] : needed,
  })
  return [
    { ...operation('ping'), allowed: [] },
    operation('create', ['id']),
    operation('status', [
      ...(telling.length > 0 ? [] : ['status']),
      ...(statusGivesRows(description) ? ['rows'] : []),
    ]),
    operation('delete'),
    ...paged.filter((name) => name !== 'status').map((name) => operation(name, ['rows'])),
    {
      place: 'errors.body',
      value: errors.body,
      allowed: ['code', 'message', 'http'],
      // What else tells them apart, a client has to find there.
      needed: { code: ['code'], message: ['message'], status: [] }[errors.known_by],
    },
    ...Object.entries(beside).map(([name, { answer }]) => ({
      ...{ place: `beside.${name}.answer`, value: answer, allowed: ['most_rows'] },
    })),
    {
      place: 'row.as',
      value: row.as,
      allowed: ['row', 'key', 'sort'],
      needed: row.as === undefined ? [] : ['row'],
    },
    { place: 'query.some', value: query.some, allowed: ['n'], needed: ['n'] },
    {
      place: 'query.with',
      value: query.with,
      allowed: ['text'],
      needed: query.with ? ['text'] : [],
    },
    { place: 'credentials', value: credentials, allowed: Object.keys(MEMBERS) },
    ...ofAuthentication(description),
  ]
}

function ofAuthentication({ authentication }: Description): readonly Templated[] {
  const members = Object.keys(MEMBERS)
  const place = 'authentication'
  switch (authentication.scheme) {
    case 'basic':
    case 'oauth-client-credentials':
    case 'hook':
      return []
    case 'header':
      return [{ place: `${place}.value`, value: authentication.value, allowed: members }]
    case 'log-in': {
      const key = ['session_key']
      const { send, answer, value } = authentication
      return [
        { place: `${place}.send`, value: send, allowed: members },
        { place: `${place}.answer`, value: answer, allowed: key, needed: key },
        { place: `${place}.value`, value, allowed: [...key, ...members], needed: key },
      ]
    }
  }
}
