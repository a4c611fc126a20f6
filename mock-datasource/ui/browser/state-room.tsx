import { useSignal } from '@preact/signals'
import { act } from './control-plane.ts'
import { about, refresh, state } from './live.ts'

/** The whole state of the mock: to keep, to bring back, to throw away. */
export function StateRoom() {
  const problem = useSignal('')
  const { counters = {}, journal } = state.value ?? {}
  const load = async (event: Event) => {
    const { files } = event.currentTarget as HTMLInputElement
    const file = files?.[0]
    if (file === undefined) return
    try {
      const body: unknown = JSON.parse(await file.text())
      problem.value = ''
      await act(`Load ${file.name}`, { method: 'PUT', path: '/snapshot', body })
      await refresh()
    } catch {
      problem.value = `${file.name} is no JSON`
    }
  }
  return (
    <div class="room settings">
      <section class="card" aria-labelledby="saving">
        <h2 id="saving">Save and load</h2>
        <p>
          Settings, searches and faults, in the form that --state takes. It holds the passwords.
        </p>
        <div class="actions">
          <button type="button" class="primary" onClick={save}>
            Save
          </button>
          <label class="file">
            <span>Load</span>
            <input type="file" accept=".json,application/json" onChange={load} />
          </label>
          <button type="button" onClick={saveScenario}>
            Download a scenario
          </button>
        </div>
        <p>
          A scenario, for mock and verify --scenario, is the same without passwords: send it to
          anybody.
        </p>
        {problem.value === '' ? null : <p class="problem">{problem.value}</p>}
      </section>
      <section class="card" aria-labelledby="start">
        <h2 id="start">Back to the start</h2>
        <p>No searches, faults or exchanges, and the settings that it started with.</p>
        <button type="button" onClick={reset}>
          Reset
        </button>
      </section>
      <section class="card" aria-labelledby="counts">
        <h2 id="counts">Counts</h2>
        <dl class="facts">
          {Object.entries(counters).map(([name, count]) => (
            <div key={name}>
              <dt>{name.replaceAll('_', ' ')}</dt>
              <dd>{count.toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      </section>
      {journal === undefined ? null : (
        <section class="card" aria-labelledby="journal">
          <h2 id="journal">Journal</h2>
          <p>
            {megabytes(journal.bytes)} of {megabytes(journal.most_bytes)} MiB (--journal).
          </p>
          <p>{droppedWords(journal)}</p>
        </section>
      )}
    </div>
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1)
}

function droppedWords(journal: {
  readonly forgotten_up_to: number
  readonly bodies_dropped_up_to: number
}): string {
  const { forgotten_up_to: forgotten, bodies_dropped_up_to: bodies } = journal
  if (forgotten > 0) return `Exchanges up to ${forgotten} are no longer kept.`
  if (bodies > 0)
    return `Up to exchange ${bodies}, headers and bodies have made room for newer ones.`
  return 'Everything is kept so far, the oldest bodies are dropped first.'
}

async function save(): Promise<void> {
  const snapshot = await act<unknown>('Save the state', { method: 'GET', path: '/snapshot' })
  if (snapshot !== undefined) download(snapshot, 'state')
}

async function saveScenario(): Promise<void> {
  const scenario = await act<unknown>('Save a scenario', { method: 'GET', path: '/scenario' })
  if (scenario !== undefined) download(scenario, 'scenario')
}

function download(value: unknown, what: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)]))
  const link = document.createElement('a')
  link.href = url
  link.download = `${about.value?.name ?? 'mock'}-${what}.json`
  link.click()
  URL.revokeObjectURL(url)
}

async function reset(): Promise<void> {
  await act('Back to the start', { method: 'POST', path: '/reset' })
  await refresh()
}
