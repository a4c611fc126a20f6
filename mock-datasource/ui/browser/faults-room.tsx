import { act } from './control-plane.ts'
import { FaultForm } from './fault-form.tsx'
import { recipes, refresh, state } from './live.ts'
import type { Fault, Recipe, Request } from './wire.ts'

/** How many error cases stand there at once; the others are a click away. */
const FIRST = 12

/** What goes wrong: the cases that people report, what is in force, and a form for any other. */
export function FaultsRoom() {
  const faults = state.value?.faults ?? []
  return (
    <div class="room">
      <section aria-labelledby="cases">
        <h2 id="cases">Error cases</h2>
        <p class="lead">
          One click brings about what people report, as --recipe does. Reset takes everything back.
        </p>
        <Cases recipes={recipes.value.slice(0, FIRST)} />
        {recipes.value.length <= FIRST ? null : (
          <details class="more">
            <summary>{`${recipes.value.length - FIRST} more`}</summary>
            <Cases recipes={recipes.value.slice(FIRST)} />
          </details>
        )}
      </section>
      <section aria-labelledby="force">
        <header class="row">
          <h2 id="force">In force</h2>
          {faults.length === 0 ? null : (
            <button
              type="button"
              onClick={() => perform('Remove all faults', { method: 'DELETE', path: '/faults' })}
            >
              Remove all
            </button>
          )}
        </header>
        {faults.length === 0 ? (
          <p class="empty">No fault is in force: everything is answered as the data source does.</p>
        ) : (
          <ol class="faults">
            {faults.map((fault, place) => (
              <InForce key={fault.id} fault={fault} place={place} count={faults.length} />
            ))}
          </ol>
        )}
      </section>
      <FaultForm />
    </div>
  )
}

function Cases({ recipes }: { readonly recipes: readonly Recipe[] }) {
  return (
    <ul class="cases">
      {recipes.map(({ name, says, correct }) => (
        <li key={name}>
          <button
            type="button"
            class="case"
            title={`A correct connector: ${correct}`}
            onClick={() =>
              perform(name, { method: 'POST', path: '/recipes', body: { recipe: name } })
            }
          >
            <b>{name}</b>
            <span>{says}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

async function perform(said: string, request: Request): Promise<void> {
  await act(said, request)
  await refresh()
}

function InForce({
  fault,
  place,
  count,
}: {
  readonly fault: Fault
  readonly place: number
  readonly count: number
}) {
  const { id, spec, off } = fault
  const { kind, ...fields } = spec
  const change = (said: string, body: unknown) =>
    perform(`${said} ${id}`, { method: 'PATCH', path: `/faults/${id}`, body })
  return (
    <li class={off ? 'card off' : 'card'}>
      <label class="switch">
        <input
          type="checkbox"
          checked={!off}
          onChange={() => change(off ? 'Switch on' : 'Switch off', { on: off === true })}
        />
        <span class="spoken">{`${kind} (${id}) is on`}</span>
      </label>
      <div class="what">
        <b>{kind}</b> <small>{id}</small>
        <div class="chips">
          {Object.entries(fields).map(([name, value]) => (
            <span key={name}>
              {name} <b>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</b>
            </span>
          ))}
        </div>
      </div>
      <p class="tally">{tally(fault)}</p>
      <div class="actions">
        <button
          type="button"
          class="quiet"
          aria-label={`Move ${id} up`}
          disabled={place === 0}
          onClick={() => change('Move up', { place: place - 1 })}
        >
          ↑
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={`Move ${id} down`}
          disabled={place === count - 1}
          onClick={() => change('Move down', { place: place + 1 })}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label={`Remove ${id}`}
          onClick={() => perform(`Remove ${id}`, { method: 'DELETE', path: `/faults/${id}` })}
        >
          Remove
        </button>
      </div>
    </li>
  )
}

/** How often it has struck, and will. */
function tally({ spec, seen, struck, succeeded }: Fault): string {
  const { times = spec['nth'] === undefined ? spec['requests'] : 1, after, nth } = spec
  const left = typeof times === 'number' ? Math.max(0, times - struck) : undefined
  const waits = typeof after === 'number' && seen < after ? `, lets ${after - seen} pass first` : ''
  const due = typeof nth === 'number' ? nth - 1 - (succeeded ?? 0) : 0
  const waiting = due > 0 && left !== 0 ? `, after ${due} more that succeed` : ''
  const will = left === undefined ? 'goes on' : left === 0 ? 'used up' : `${left} to come`
  return `struck ${struck} of ${seen}, ${will}${waits}${waiting}`
}
