import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { runsOf } from '../lines/call-lines.ts'
import type { ReportedViolation } from '../record/run-report.ts'
import type { SearchNames } from '../words/search-names.ts'
import { tellingHeaders } from '../words/telling-headers.ts'
import { bodyText } from './body-text.ts'
import { type Html, html } from './html.ts'
import { spoken } from './words.ts'

type Call = ReportedViolation['transcript'][number]

/** Of the calls of a case and of the exchanges of a call, repetitions aside: half from each end. */
const MOST_CALLS = 12
const MOST_EXCHANGES = 8

/** The calls of a case with the HTTP exchanges that each caused, between three lifelines. */
export function sequenceDiagram({ transcript }: ReportedViolation, names: SearchNames): Html {
  if (transcript.length === 0) return html`<p class="quiet">No call was made.</p>`
  const calls = fromBothEnds(transcript, MOST_CALLS, (call, index) =>
    callItem(call, index === transcript.length - 1, names),
  )
  return html`<div class="sequence">
  <div class="lifelines" aria-hidden="true"><b>Caller</b><b>Connector</b><b>Data source</b></div>
  <ol>${calls}</ol>
</div>`
}

function callItem(call: Call, isLast: boolean, { rename }: SearchNames): Html {
  const words = `${call.method}(${call.arguments.map(rename).join(', ')})`
  const exchanges = fromBothEnds(runsOf(call.exchanges), MOST_EXCHANGES, ({ exchange, times }) =>
    exchangeItem(exchange, times, rename),
  )
  return html`<li class="call">
    <div class="message call-made">${spoken('The caller calls')} ${methodCall(words)}
      ${call.change === undefined ? '' : html`<small>${call.change}</small>`}</div>
    ${exchanges.length === 0 ? html`<p class="none">no request</p>` : html`<ol class="exchanges">${exchanges}</ol>`}
    <div class="message answer${isLast ? ' wrong' : ''}">${spoken('The connector answers')}
      ${isLast ? html`<strong>what broke the clause</strong>` : ''}${bodyText(rename(call.answer))}
      ${call.several === true ? html`<small>the last of several values on standard output, which counts</small>` : ''}</div>
    ${written('Where it was thrown', call.trace, isLast)}${written('Standard error', call.stderr, isLast)}
  </li>`
}

/** What a connector says of its own going wrong is what its author looks for in the call that broke the clause. */
function written(what: string, text: string | undefined, open: boolean): Html {
  if (text === undefined) return html``
  return html`<details class="stderr"${open ? html` open` : ''}><summary>${what}</summary><pre tabindex="0">${text}</pre></details>`
}

/** A long argument is folded as a body is. */
function methodCall(words: string): Html {
  return words.length <= 160 ? html`<code class="body">${words}</code>` : bodyText(words)
}

function exchangeItem(
  { request, response, fault, unexpected }: JournalEntry,
  times: number,
  rename: SearchNames['rename'],
): Html {
  const { method, path, body } = request
  return html`<li>
    <div class="message request">${spoken('The connector asks the data source')}
      <code>${method} <span>${rename(path)}</span></code>${headerItems(request, rename)}${body === undefined ? '' : bodyText(rename(body))}
      ${unexpected === undefined ? '' : html`<small>not what the API expects: ${unexpected}</small>`}</div>
    <div class="message response">${spoken('The data source answers')}
      <code class="status">${response?.status ?? 'no response'}</code>${headerItems(response, rename)}${fault === undefined ? '' : html` <span class="fault">injected fault</span>`}
      ${response === undefined ? '' : bodyText(rename(response.body), response.truncated)}</div>
    ${times === 1 ? '' : html`<p class="more">… ${times - 1} more like that</p>`}
  </li>`
}

function headerItems(
  message: { readonly headers: Readonly<Record<string, string>> } | undefined,
  rename: SearchNames['rename'],
): readonly Html[] {
  return tellingHeaders(message?.headers ?? {}).map((each) => html` <code>${rename(each)}</code>`)
}

function fromBothEnds<Item>(
  items: readonly Item[],
  most: number,
  show: (item: Item, index: number) => Html,
): readonly Html[] {
  const shown = items.map((item, index) => ({ item, index }))
  const all = (part: typeof shown) => part.map(({ item, index }) => show(item, index))
  if (items.length <= most) return all(shown)
  const half = most / 2
  return [
    ...all(shown.slice(0, half)),
    html`<li class="more">… ${items.length - most} more</li>`,
    ...all(shown.slice(-half)),
  ]
}
