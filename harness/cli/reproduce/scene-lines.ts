import type { Failure } from '../../engine/failures/failure.ts'
import type { GivenSecret } from '../../engine/secrets/given-secrets.ts'
import { describeCase } from '../../report/brief/describe-case.ts'
import { commandsById } from '../../report/record/commands-by-id.ts'
import type { Scene } from '../../run/reproduce.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { wrap, wrapValue } from '../../text/wrap.ts'
import { pageAddress } from '../mock/page-address.ts'
import { withVariables } from './with-variables.ts'

const INDENT = 14

/** What a reader needs to make the failing call by hand, a line each. */
export function sceneLines(
  failure: Failure,
  { mock, command: whole }: Pick<Scene, 'mock' | 'command'>,
  secrets: readonly GivenSecret[] = [],
): readonly string[] {
  const { command, notes } = withVariables(whole, secrets)
  const { check, counterexample, expected, actual } = failure
  return [
    style('bold', check),
    `    Case      ${wrapValue(describeCase(counterexample), INDENT)}`,
    `    Expected  ${wrapValue(visible(expected), INDENT)}`,
    `    Actual    ${wrapValue(visible(actual), INDENT)}`,
    '',
    `The data source is as it was before the failing call, on ${mock.url}`,
    'Paste this into another terminal, in the same folder:',
    '',
    command,
    '',
    ...(notes.length === 0 ? [] : [wrap(`Set first: ${notes.join(' ')}`, 0), '']),
    ...[rememberedCalls(failure), spelledNumbers(failure)].flatMap((note) =>
      note === undefined ? [] : [wrap(note, 0), ''],
    ),
    `What happens is on this page, too, where it can be changed: ${pageAddress(mock)}`,
    'Each request is shown below. Enter brings the state back. Ctrl-C stops.',
    '',
  ]
}

/** By hand the call runs in a process of its own, which knows nothing of the calls before it. */
function rememberedCalls({ calls, id, target }: Failure): string | undefined {
  if (calls < 2 || target.kind === 'proxy-host') return undefined
  const before = calls === 2 ? 'a call' : `${calls - 1} calls`
  return `The case made ${before} before this one. If the answer is right by hand, the connector remembers them within its process; \`${commandsById(id).replay}\` runs them all.`
}

/** `transmit` takes digits for a number and all else for text, whichever the case had. */
function spelledNumbers({ target, latestCall, id }: Failure): string | undefined {
  if (target.kind !== 'module' || latestCall?.method !== 'results') return undefined
  const [, ...window] = latestCall.arguments.slice(0, 3)
  if (window.every((bound) => typeof bound === 'number' && Number.isInteger(bound) && bound >= 0)) {
    return undefined
  }
  return `The case gave offset and length as ${window.map((bound) => JSON.stringify(bound)).join(' and ')}. transmit makes numbers of digits and leaves all else text; \`${commandsById(id).replay}\` gives exactly these.`
}
