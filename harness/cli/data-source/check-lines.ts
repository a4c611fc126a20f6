import { brief } from '../../report/brief/brief-json.ts'
import { tellingHeaders } from '../../report/words/telling-headers.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { piecesOf, widthOf } from '../../text/width-of.ts'
import type { Inapplicable, SourceCheck } from './check-source.ts'
import { type Finding, SUBJECTS } from './finding.ts'
import { hanging, room, wrapped } from './narrow.ts'

const TITLES: Readonly<Record<Finding['about'], string>> = {
  operations: 'Operations: a request and its answer',
  errors: 'Errors: each role brought about',
  pages: 'Pages: all rows, followed by several sizes',
  credentials: 'Credentials',
}
const INDENT = 6

/** What `data-source check` found, in lines of at most 80 columns. */
export function checkLines(check: SourceCheck, from: string): readonly string[] {
  const { name, title, findings = [], inapplicable } = check
  const wrong = findings.filter(({ problem }) => problem !== undefined).length
  const verdict = wrong === 0 ? 'all as described' : `${wrong} not as described`
  const modes = new Set(inapplicable.map(({ mode }) => mode)).size
  return [
    ...hanging(visible(`${title} (${name}), ${from}`), 2).map((line) => style('bold', line)),
    ...(check.findings === undefined ? ['', ...wrapped(NOT_CALLED, 2)] : []),
    ...SUBJECTS.flatMap((about) => {
      const own = findings.filter((finding) => finding.about === about)
      return own.length === 0
        ? []
        : ['', style('bold', TITLES[about]), ...own.flatMap(findingLines)]
    }),
    '',
    style('bold', 'Checks that will not apply'),
    ...inapplicable.flatMap((each) => inapplicableLines(each, modes > 1)),
    '',
    ...(check.findings === undefined
      ? ['Nothing was tried.']
      : [`${findings.length} things tried, ${verdict}.`]),
  ]
}

const NOT_CALLED =
  'It is written in TypeScript and does not say how it is called, so that nothing is asked of it.'

function findingLines({ about, name, seen, problem, exchange }: Finding): readonly string[] {
  const mark = problem === undefined ? style('green', '✓') : style('red', '✗')
  const [first = '', ...others] = wrapped(visible(`${name}  ${seen}`), INDENT - 2)
  const isShown = exchange !== undefined && (about === 'operations' || problem !== undefined)
  return [
    `  ${mark} ${first.trimStart()}`,
    ...others,
    ...(problem === undefined ? [] : wrapped(visible(problem), INDENT)),
    ...(isShown ? exchangeLines(exchange) : []),
  ]
}

function exchangeLines({ request, response }: NonNullable<Finding['exchange']>): readonly string[] {
  const telling = (headers: Readonly<Record<string, string>>) =>
    tellingHeaders(headers).map((each) => `  ${each}`)
  const sent = [`${request.method} ${request.path}`, ...telling(request.headers)].join('')
  const got = response ? [response.status, ...telling(response.headers)].join('') : 'no response'
  return [
    ...broken(`→ ${sent}`),
    ...bodyLines(request.body),
    ...broken(`← ${got}`),
    ...bodyLines(response?.body),
  ].map((line) => style('dim', ' '.repeat(INDENT) + line))
}

function bodyLines(body = ''): readonly string[] {
  return body === '' ? [] : [`  ${brief(body, room() - INDENT - 2)}`]
}

/** Between members of an address, where it has any, as it holds no spaces; else anywhere. */
function broken(text: string): readonly string[] {
  const most = room() - INDENT - 2
  const pieces = visible(text)
    .split(/ |(?=[?&])/)
    .flatMap((piece) => piecesOf(piece, most))
  const lines: string[] = []
  for (const piece of pieces) {
    const joint = /^[?&]/.test(piece) ? '' : ' '
    const line = lines.at(-1)
    if (line !== undefined && widthOf(`${line}${joint}${piece}`) <= most) {
      lines[lines.length - 1] = `${line}${joint}${piece}`
    } else lines.push(piece)
  }
  const [first = '', ...others] = lines
  return [first, ...others.map((line) => `  ${line}`)]
}

function inapplicableLines(
  { mode, reason, checks }: Inapplicable,
  tellsMode: boolean,
): readonly string[] {
  const where = tellsMode ? ` (${mode})` : ''
  return [...wrapped(`${reason}${where}:`, 2), ...wrapped(checks.join(', '), 4)]
}
