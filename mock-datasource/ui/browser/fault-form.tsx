import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { act, ask, curlLine } from './control-plane.ts'
import { CopyButton } from './copy-button.tsx'
import { draft, optionOf } from './fault-draft.ts'
import { FieldInput } from './field-input.tsx'
import { about, refresh } from './live.ts'
import { Body } from './tree.tsx'
import type { Example, Field } from './wire.ts'

/** A form for any kind of fault, made from its own schema, with what it will answer. */
export function FaultForm() {
  const kinds = about.value?.faults.kinds ?? []
  const spec = draft.value
  const kind = kinds.find((each) => each.kind === spec.kind)
  const add = async (event: Event) => {
    event.preventDefault()
    await act(`Add ${spec.kind}`, { method: 'POST', path: '/faults', body: spec })
    await refresh()
  }
  return (
    <section aria-labelledby="adding">
      <h2 id="adding">Add a fault</h2>
      <form class="adding" onSubmit={add}>
        <div class="card">
          <label class="field">
            <span>Kind</span>
            <select
              value={spec.kind}
              onChange={(event) => {
                draft.value = { kind: event.currentTarget.value, ...whereOf() }
              }}
            >
              {kinds.map((each) => (
                <option key={each.kind}>{each.kind}</option>
              ))}
            </select>
          </label>
          <p class="says">
            {kind?.says}{' '}
            {kind?.proceeds ? 'The operation takes effect.' : 'The operation is not performed.'}
          </p>
          <div class="fields">
            {kind?.fields.map((field) => (
              <FieldInput key={field.name} field={withChoices(field)} />
            ))}
          </div>
          <h3>Where and when</h3>
          <div class="fields">
            {about.value?.faults.where.map((field) => (
              <FieldInput key={field.name} field={withChoices(field)} />
            ))}
          </div>
          <div class="actions">
            <button type="submit" class="primary">
              Add fault
            </button>
            <CopyButton text={optionOf(spec)} label="Copy --fault" />
            <CopyButton
              text={curlLine({ method: 'POST', path: '/faults', body: spec })}
              label="Copy curl"
            />
          </div>
        </div>
        <Preview />
      </form>
    </section>
  )
}

/** What of the draft holds for any kind. */
function whereOf(): Record<string, unknown> {
  const names = about.value?.faults.where.map(({ name }) => name) ?? []
  return Object.fromEntries(Object.entries(draft.value).filter(([name]) => names.includes(name)))
}

function withChoices(field: Field): Field {
  const { operations = [], errors = [] } = about.value ?? {}
  if (field.name === 'operation') {
    return { ...field, input: 'choice', choices: ['any', ...operations.map(({ name }) => name)] }
  }
  if (field.name === 'code') {
    return { ...field, input: 'choice', choices: errors.map(({ code }) => code) }
  }
  return field
}

/** An example of what will be answered, before the fault is added. */
function Preview() {
  const example = useSignal<Example | undefined>(undefined)
  const problem = useSignal('')
  const spec = draft.value
  useEffect(() => {
    const later = setTimeout(async () => {
      const request = { method: 'POST', path: '/faults/example', body: spec } as const
      const found = await ask<Example>(request).catch(() => undefined)
      if (found === undefined) return
      example.value = found
      problem.value = found.problem ?? ''
    }, 150)
    return () => clearTimeout(later)
  }, [spec])
  const { answer, notes = [] } = example.value ?? {}
  return (
    <aside class="card preview" aria-label="Example">
      <h3>What a client gets</h3>
      {problem.value === '' ? null : <p class="problem">{problem.value}</p>}
      {problem.value === '' && example.value ? (
        <>
          {notes.map((note) => (
            <p key={note} class="note">
              {note}
            </p>
          ))}
          {answer === undefined ? (
            <p class="empty">No answer.</p>
          ) : (
            <>
              <p>
                <span class={`status s${String(answer.status)[0]}`}>{answer.status}</span>{' '}
                <small>{answer.headers['content-type'] ?? answer.headers['location'] ?? ''}</small>
                {answer.headers['retry-after'] === undefined ? null : (
                  <small> Retry-After: {answer.headers['retry-after']}</small>
                )}
              </p>
              <Body text={answer.body} isCut={answer.truncated === true} />
            </>
          )}
        </>
      ) : null}
      <code class="option">{optionOf(spec)}</code>
    </aside>
  )
}
