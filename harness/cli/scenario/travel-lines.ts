import type { Plan } from '../../engine/plan.ts'
import { callLines } from '../../report/lines/call-lines.ts'
import type { TravelFinding, Travelled } from '../../run/scenario/travel.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { wrapValue } from '../../text/wrap.ts'

const INDENT = 14

interface Heading {
  readonly path: string
  /** What the scenario says it is. */
  readonly about: string | undefined
}

/** How a connector has come through a scenario, as lines for a terminal, and whether nothing is wrong that counts. */
export function travelLines(
  { calls, findings, struck }: Travelled,
  { path, about, plan, strict }: Heading & { readonly plan: Plan; readonly strict: boolean },
): { readonly lines: readonly string[]; readonly holds: boolean } {
  const counting = findings.filter(({ level }) => strict || level === 'MUST')
  const told = calls.flatMap((call, place) => [
    ...callLines(call, place === 0 ? 0 : 1),
    ...findings.filter((finding) => finding.call === place).flatMap(findingLines),
  ])
  const holds = counting.length === 0
  const answers = calls.length === 1 ? 'The answer is' : `All ${calls.length} answers are`
  const verdict = holds
    ? `${answers} right: the connector comes through.`
    : `${counting.length} of what it answered ${counting.length === 1 ? 'is' : 'are'} wrong.`
  return {
    lines: [
      `${style('bold', visible(path))}  ${plan.mode}, over ${plan.scheme.toUpperCase()}, at ${plan.dataSource.title}`,
      ...(about === undefined ? [] : about.split('\n').map(visible)),
      '',
      ...told,
      '',
      struckWords(struck),
      style(holds ? 'green' : 'red', verdict),
    ],
    holds,
  }
}

function struckWords(struck: number): string {
  if (struck === 0) return 'No fault has struck a call.'
  return struck === 1 ? 'A fault has struck 1 call.' : `Faults have struck ${struck} calls.`
}

function findingLines({ clause, level, expected, actual }: TravelFinding): readonly string[] {
  return [
    style(level === 'MUST' ? 'red' : 'yellow', `  ✗ ${clause}  ${level}`),
    `    Expected  ${wrapValue(visible(expected), INDENT)}`,
    `    Actual    ${wrapValue(visible(actual), INDENT)}`,
  ]
}
