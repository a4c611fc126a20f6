import { signal } from '@preact/signals'
import { act } from './control-plane.ts'
import { CopyButton } from './copy-button.tsx'
import { about, refresh } from './live.ts'

const operation = signal('any')

async function failNext(code: string): Promise<void> {
  const where = operation.value === 'any' ? {} : { operation: operation.value }
  const body = { kind: 'api-error', code, ...where, times: 1 }
  await act(`Fail the next request with ${code}`, { method: 'POST', path: '/faults', body })
  await refresh()
}

/** What can be asked, how it fails, and how to bring that about. */
export function ApiRoom() {
  const { operations = [], errors = [], states = [] } = about.value ?? {}
  return (
    <div class="room">
      <section aria-labelledby="operations">
        <h2 id="operations">Operations</h2>
        <ul class="operations">
          {operations.map(({ name, method, path, paged, role }) => (
            <li key={name}>
              <b>{name}</b>
              <code>
                {method} {path}
              </code>
              <small>{role ?? (paged ? 'gives pages' : '')}</small>
            </li>
          ))}
        </ul>
      </section>
      {states.length === 0 ? null : (
        <section aria-labelledby="states">
          <h2 id="states">Statuses of a search</h2>
          <ol class="states">
            {states.map(({ word, means }) => (
              <li key={word}>
                <span class={`pill ${means.toLowerCase()}`}>{word}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="errors">
        <header class="row">
          <h2 id="errors">Errors</h2>
          <label class="inline">
            <span>at</span>
            <select
              value={operation.value}
              onChange={(event) => {
                operation.value = event.currentTarget.value
              }}
            >
              <option value="any">any operation</option>
              {operations.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </header>
        <ul class="errors">
          {errors.map(({ code, http, message, means, query }) => (
            <li key={code} class="card">
              <div class="head">
                <b>{code}</b>
                <span class={`status s${String(http)[0]}`}>{http}</span>
                <small>{means[0] ?? ''}</small>
              </div>
              <p>{message}</p>
              {query === null ? null : <code class="query">{query}</code>}
              <div class="actions">
                <button
                  type="button"
                  aria-label={`Fail with this next: ${code}`}
                  onClick={() => failNext(code)}
                >
                  Fail with this next
                </button>
                {query === null ? null : <CopyButton text={query} label="Copy query" />}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
