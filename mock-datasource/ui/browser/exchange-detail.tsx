import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { act, ask, quoted } from './control-plane.ts'
import { CopyButton } from './copy-button.tsx'
import { draft } from './fault-draft.ts'
import { about, isKnownToBeOver, known, link, refresh, state } from './live.ts'
import { Body } from './tree.tsx'
import type { Detail, Message, Spec } from './wire.ts'

/** One exchange, opened: what was asked beside what was answered. */
export function ExchangeDetail({
  sequence,
  close,
}: {
  readonly sequence: number
  readonly close: () => void
}) {
  const detail = useSignal<Detail | undefined>(undefined)
  const problem = useSignal('')
  known.value
  // One that is opened while it is under way is read again once it has ended.
  const isOver = isKnownToBeOver(sequence)
  useEffect(() => {
    ask<Detail>({ method: 'GET', path: `/exchanges/${sequence}` })
      .then((found) => {
        detail.value = found
      })
      .catch((error: Error) => {
        problem.value = link.value === 'live' ? error.message : 'The mock does not answer.'
      })
  }, [sequence, isOver])
  return (
    <section class="detail" aria-label={`Exchange ${sequence}`}>
      <header>
        <h2>Exchange {sequence}</h2>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </header>
      {problem.value === '' ? null : <p class="empty">{problem.value}</p>}
      {detail.value ? <Opened {...detail.value} /> : null}
    </section>
  )
}

function Opened({ exchange, query, call }: Detail) {
  const { request, response, fault, unexpected, secrets, connection } = exchange
  return (
    <>
      <dl class="facts">
        <Fact name="Operation" value={exchange.operation ?? 'none'} />
        {exchange.search_id === undefined ? null : (
          <Fact name="Search" value={exchange.search_id} />
        )}
        {query === null ? null : <Fact name="Query" value={query} />}
        {fault === undefined ? null : <Fact name="Fault" value={nameOf(fault)} />}
        {unexpected === undefined ? null : <Fact name="Unexpected" value={unexpected} />}
        <Fact
          name="Connection"
          value={`${connection.number}${connection.encrypted ? ', encrypted' : ''}`}
        />
        {secrets.length === 0 ? null : (
          <Fact
            name="Secrets"
            value={secrets.map((each) => `${each.name} in ${each.where}`).join(', ')}
          />
        )}
      </dl>
      <Actions exchange={exchange} query={query} call={call} />
      <div class="pair">
        <article>
          <h3>
            {request.method} <span class="path">{request.path}</span>
          </h3>
          <Parts message={request} />
        </article>
        <article>
          <h3>
            {response === undefined ? (
              isKnownToBeOver(exchange.sequence) ? (
                'Nothing was answered'
              ) : (
                'Nothing has been answered yet'
              )
            ) : (
              <span class={`status s${String(response.status)[0]}`}>{response.status}</span>
            )}
          </h3>
          {response === undefined ? null : (
            <Parts message={response} isCut={response.truncated === true} />
          )}
        </article>
      </div>
      {exchange.bodies_dropped ? (
        <p class="note">Its headers and bodies have made room for newer ones (--journal).</p>
      ) : null}
    </>
  )
}

function nameOf(id: string): string {
  const kind = state.value?.faults.find((each) => each.id === id)?.spec.kind
  return kind === undefined ? id : `${kind} (${id})`
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Parts({ message, isCut }: { readonly message: Message; readonly isCut?: boolean }) {
  const names = Object.entries(message.headers)
  return (
    <>
      <details class="headers">
        <summary>
          {names.length} {names.length === 1 ? 'header' : 'headers'}
        </summary>
        <dl>
          {names.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Body text={message.body ?? ''} isCut={isCut === true} />
    </>
  )
}

function Actions({ exchange, call }: Detail) {
  const { response } = exchange
  const spec = specOf(exchange)
  const answerSo = async () => {
    await act(`Answer ${exchange.operation ?? 'everything'} so from now on`, {
      ...{ method: 'POST', path: '/faults', body: spec },
    })
    await refresh()
  }
  return (
    <div class="actions">
      <CopyButton text={curlOf(exchange)} label="Copy curl" />
      {call === null ? null : <CopyButton text={transmitOf(call)} label="Copy transmit" />}
      {response === undefined ? null : (
        <>
          <button
            type="button"
            onClick={() => {
              draft.value = { ...spec, times: 1 }
              location.hash = 'faults'
            }}
          >
            Make this a fault
          </button>
          <button type="button" onClick={answerSo}>
            Answer so from now on
          </button>
        </>
      )}
    </div>
  )
}

/** A fault that answers as this exchange was answered. */
function specOf({ operation, response }: Detail['exchange']): Spec {
  const { status = 200, headers = {}, body = '' } = response ?? {}
  const type = headers['content-type']
  return {
    kind: 'http-status',
    ...(operation !== undefined && { operation }),
    status: Math.max(200, status),
    ...(body !== '' && { body }),
    ...(type !== undefined && { headers: { 'content-type': type } }),
  }
}

/** Secrets are masked here; those of the mock's account are printed where it was started. */
function curlOf({ request }: Detail['exchange']): string {
  const left = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent']
  const headers = Object.entries(request.headers)
    .filter(([name]) => !left.includes(name))
    .flatMap(([name, value]) => ['--header', headerOf(name, value)])
  const insecure = location.protocol === 'https:' ? ['--insecure'] : []
  const body = request.body === undefined ? [] : ['--data', quoted(request.body)]
  const target = quoted(`${location.origin}${request.path}`)
  const method = request.method === 'GET' ? [] : ['--request', request.method]
  return ['curl', '--globoff', ...insecure, ...method, ...headers, ...body, target].join(' ')
}

function headerOf(name: string, value: string): string {
  return /<the [\w ]+>/.test(value) ? `"${name}: $SECRET"` : quoted(`${name}: ${value}`)
}

function transmitOf({ method, arguments: given }: NonNullable<Detail['call']>): string {
  const connector = about.value?.connector ?? 'your-connector'
  const words = [method, ...given.map((each) => quoted(String(each)))].join(' ')
  return `npx connector-contract transmit ${connector} "$connection" "$configuration" ${words}`
}
