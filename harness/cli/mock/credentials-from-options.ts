import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { nearestName } from '../../../contracts/given/nearest-name.ts'
import { UsageError } from '../../errors.ts'
import { visible } from '../../text/visible.ts'
import { jsonObject } from '../json-object.ts'
import type { MockCommandOptions } from './mock-options.ts'

const SHORT_FORMS = ['username', 'password', 'token'] as const

/**
 * The credentials that options name, by the members that the data source has; the mock makes the others. Whether
 * their texts can be used is for the mock to say.
 *
 * @throws UsageError where one is none of the data source's, or is given twice.
 */
export function credentialsFromOptions(
  { credentials: json, ...options }: Pick<MockCommandOptions, 'credentials' | ShortForm>,
  source: Pick<DataSource, 'title' | 'credentials'>,
): Readonly<Record<string, string>> {
  const names = Object.keys(source.credentials.members)
  const whole = json === undefined ? {} : jsonObject('--credentials', json, exampleOf(names))
  const short = SHORT_FORMS.filter((name) => options[name] !== undefined)
  const [twice] = json === undefined ? [] : short
  if (twice !== undefined) {
    throw new UsageError(`--credentials and --${twice} say the same; give one`)
  }
  const unknown = Object.keys(whole).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const near = nearestName(unknown, names)
    throw new UsageError(
      `--credentials names "${visible(unknown)}"; ${source.title} has ${listed(names)}`,
      near === undefined ? {} : { hint: `Did you mean "${near}"?` },
    )
  }
  const foreign = short.find((name) => !names.includes(name))
  if (foreign !== undefined) {
    throw new UsageError(
      `--${foreign}: ${source.title} has no member "${foreign}"; it has ${listed(names)}`,
      { hint: `Give --credentials '${exampleOf(names)}'.` },
    )
  }
  const given = short.map((name) => [name, options[name]])
  // A text that is none is refused with the rest of the settings.
  return { ...whole, ...Object.fromEntries(given) } as Record<string, string>
}

type ShortForm = (typeof SHORT_FORMS)[number]

function exampleOf(names: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, '…'])))
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
