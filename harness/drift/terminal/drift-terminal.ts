import { columns } from '../../text/columns.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { wrap, wrapValue } from '../../text/wrap.ts'
import { type DriftReport, exitCodeOf, type NotCompared } from '../drift-report.ts'
import { ALL } from '../probe/answer-facets.ts'
import { differenceLines } from './difference-lines.ts'

const INDENT = 6
/** Columns that a mark takes, with the spaces around it. */
const MARKED = 4
const COUNT = 3
/** Columns that the words of the heading take, with the spaces around them. */
const HEADED = 11
/** Fewer columns are no column for a text: it stands below. */
const LEAST = 24

const AGREED = 'Nothing differs.'

/** A drift report as people read it in a terminal; plain where nobody looks. */
export function driftTerminal(report: DriftReport, options: { strict: boolean }): string {
  const blocks = [
    heading(report),
    ...agreements(report),
    ...notCompared(report),
    ...differences(report),
    ...warnings(report),
    closing(report, options),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

function heading({ url, against, date, query, tool }: DriftReport): readonly string[] {
  const side = ({ name, version }: DriftReport['url']) =>
    visible(`${name}${version === undefined ? '' : `, version ${version}`}`)
  return [
    style('bold', `Drift, ${date}`),
    `  url      ${wrapValue(side(url), HEADED)}`,
    `  against  ${wrapValue(side(against), HEADED)}`,
    `  query    ${wrapValue(visible(query), HEADED)}`,
    style('dim', `  by       ${tool}`),
  ]
}

function differences(report: DriftReport): readonly (readonly string[])[] {
  if (report.differs.length === 0) return []
  const title = style(['red', 'bold'], `What differs (${report.differs.length})`)
  return [
    [title],
    ...report.differs.map((each) => differenceLines(each, titleOf(report, each.scenario))),
  ]
}

function notCompared(report: DriftReport): readonly (readonly string[])[] {
  if (report.notCompared.length === 0) return []
  const title = `What could not be compared (${report.notCompared.length})`
  const line = (each: NotCompared) => {
    const what = each.facet === ALL ? each.probe : `${each.probe}: ${each.facet}`
    return [
      `  ${style('yellow', '?')} ${wrapValue(visible(`${titleOf(report, each.scenario)} › ${what}`), MARKED)}`,
      `${' '.repeat(INDENT)}${wrapValue(visible(each.why), INDENT)}`,
    ]
  }
  return [[style(['yellow', 'bold'], title), ...report.notCompared.flatMap(line)]]
}

/** A scenario with how many observations agree, and of which probes: what agrees is rarely read closely. */
function agreements(report: DriftReport): readonly (readonly string[])[] {
  if (report.agrees.length === 0) return []
  const width = Math.max(...report.scenarios.map(({ title }) => title.length))
  const isBelow = columns() - MARKED - width - COUNT - 4 < LEAST
  const lines = report.scenarios.flatMap(({ name, title }) => {
    const found = report.agrees.filter(({ scenario }) => scenario === name)
    if (found.length === 0) return []
    const lead = `${title.padEnd(width)}  ${String(found.length).padStart(COUNT)}`
    const probes = visible([...new Set(found.map(({ probe }) => probe))].join('; '))
    const mark = `  ${style('green', '✓')} ${lead}`
    if (isBelow) return [mark, style('dim', wrap(probes, INDENT))]
    return [`${mark}  ${style('dim', wrapValue(probes, MARKED + lead.length + 2))}`]
  })
  return [[style(['green', 'bold'], `What agrees (${report.agrees.length})`), ...lines]]
}

function warnings(report: DriftReport): readonly (readonly string[])[] {
  const left = (['url', 'against'] as const).flatMap((side) =>
    report[side].leftBehind.map((what) => wrap(`at ${side}: ${visible(what)}`, 2)),
  )
  const title = 'Left behind, since it could not be deleted'
  return [
    ...(left.length === 0 ? [] : [[style(['yellow', 'bold'], title), ...left]]),
    ...(report.trouble.length === 0
      ? []
      : [
          [
            style(['yellow', 'bold'], 'The run is incomplete, so that it has no verdict'),
            ...report.trouble.map((line) => `  ${wrapValue(visible(line), 2)}`),
          ],
        ]),
  ]
}

function closing(report: DriftReport, options: { strict: boolean }): readonly string[] {
  const { agrees, differs, notCompared: open, scenarios } = report
  const counts = `${scenarios.length} scenarios: ${differs.length} observations differ, ${open.length} could not be compared, ${agrees.length} agree.`
  const code = exitCodeOf(report, options)
  const behind = (words: string) => wrap(`${words} ${counts}`, 0).slice(words.length)
  if (code === 3) return [wrap(counts, 0)]
  if (code === 0) return [`${style('green', AGREED)}${behind(AGREED)}`]
  const words =
    differs.length > 0
      ? 'The two sides differ.'
      : 'Not all could be compared, which --strict asks for.'
  return [`${style('red', words)}${behind(words)}`]
}

function titleOf({ scenarios }: DriftReport, name: string): string {
  return scenarios.find((scenario) => scenario.name === name)?.title ?? name
}
