import type { NamedBy } from '../../../contracts/data-source/named-by.ts'
import type { Declarations } from '../../../contracts/declarations.ts'
import { visible } from '../../text/visible.ts'
import type { RunReport } from '../record/run-report.ts'

/** Digits of a hash that are enough to tell two apart at a glance. */
const SHOWN_DIGITS = 12

const NAMED: Readonly<Record<NamedBy, string>> = {
  'command line': 'named on the command line',
  'configuration file': 'named in the configuration file',
  module: "the built-in one of the module's name",
}

/** What a connector talked to, and who said so: `IBM QRadar (3f2a91c07b4d), the built-in one of the module's name`. */
export function dataSourceWords({ data_source }: Pick<RunReport, 'data_source'>): string {
  const { title, hash, named_by } = data_source
  const by = named_by === undefined ? '' : `, ${NAMED[named_by]}`
  return visible(`${title} (${hash.slice(0, SHOWN_DIGITS)})${by}`)
}

/** What somebody declared, each with who did; undefined where all is as usual. */
export function declaredWords({
  declarations,
  declaredBy,
}: Pick<RunReport, 'declarations' | 'declaredBy'>): string | undefined {
  const names = Object.keys(declaredBy) as (keyof Declarations)[]
  const said = names
    .filter((name) => declaredBy[name] !== 'default')
    .map((name) => `${name}: ${valueWords(name, declarations)} (${declaredBy[name]})`)
  return said.length === 0 ? undefined : visible(said.join(', '))
}

function valueWords(name: keyof Declarations, declarations: Declarations): string {
  if (name === 'not_applicable') {
    const reasons = Object.entries(declarations.not_applicable ?? {})
    return reasons.map(([clause, reason]) => `${clause}, ${reason}`).join('; ')
  }
  const value = declarations[name]
  if (typeof value !== 'object') return String(value)
  const codes = Object.keys(value).length
  return `${codes} ${codes === 1 ? 'code' : 'codes'}`
}
