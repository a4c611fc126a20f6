import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { wrap, wrapValue } from '../../text/wrap.ts'
import type { Difference } from '../drift-report.ts'
import { HEADER_FORMS } from '../probe/header-forms.ts'
import { seenText } from './seen-text.ts'

const SIDES = ['url', 'against'] as const
const LABEL = Math.max(...SIDES.map((side) => side.length))
const INDENT = 4
const VALUE = INDENT + LABEL + 2

/** One difference: what was asked, and what each side said, one below the other. */
export function differenceLines(difference: Difference, title: string): readonly string[] {
  const { probe, facet } = difference
  const requests = SIDES.map((side) => difference[side].evidence?.request)
  const shared = requests[0] === requests[1] ? requests[0] : undefined
  return [
    `  ${style('red', '✗')} ${style('bold', wrapValue(visible(`${title} › ${probe}: ${facet}`), INDENT))}`,
    ...(shared === undefined ? [] : [wrap(visible(shared), INDENT)]),
    ...SIDES.flatMap((side) => sideLines(side, difference, shared === undefined)),
  ]
}

function sideLines(
  side: (typeof SIDES)[number],
  difference: Difference,
  withRequest: boolean,
): readonly string[] {
  const { seen, evidence } = difference[side]
  const value = visible(seen === undefined ? 'it is not there' : seenText(seen))
  const line = `${' '.repeat(INDENT)}${side.padEnd(LABEL)}  ${wrapValue(value, VALUE)}`
  const shown = [
    ...(withRequest && evidence !== undefined ? [evidence.request] : []),
    ...evidenceTexts(difference.facet, evidence),
  ]
  return [
    line,
    ...shown.map((text) => style('dim', `${' '.repeat(VALUE)}${wrapValue(visible(text), VALUE)}`)),
  ]
}

/** The header, where it is one that differs; else status and body. */
function evidenceTexts(facet: string, evidence: Difference['url']['evidence']): readonly string[] {
  if (evidence === undefined) return []
  if (evidence.problem !== undefined) return [evidence.problem]
  const header = evidence.headers?.[facet]
  if (facet in HEADER_FORMS) return header === undefined ? [] : [`${facet}: ${header}`]
  return [`${evidence.status} ${evidence.body ?? ''}`.trimEnd()]
}
