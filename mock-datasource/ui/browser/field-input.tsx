import { draft } from './fault-draft.ts'
import type { Field } from './wire.ts'

/** One field of the fault in the form, by what its schema says it holds. */
export function FieldInput({ field }: { readonly field: Field }) {
  const { name, input, choices = [], required, unit } = field
  const value = draft.value[name]
  const set = (given: unknown) => {
    const { [name]: _old, ...others } = draft.value
    draft.value = (given === undefined ? others : { ...others, [name]: given }) as never
  }
  const label = (
    <span>
      {name}
      {required ? <em> needed</em> : null}
      {unit === null ? null : <small> {unit}</small>}
    </span>
  )
  if (input === 'choice') {
    return (
      <label class="field">
        {label}
        <select
          value={value === undefined ? '' : String(value)}
          onChange={(event) =>
            set(choices.find((each) => String(each) === event.currentTarget.value))
          }
        >
          <option value="">{required ? 'choose' : 'as usual'}</option>
          {choices.map((each) => (
            <option key={String(each)}>{String(each)}</option>
          ))}
        </select>
      </label>
    )
  }
  if (input === 'boolean') {
    return (
      <label class="field check">
        {label}
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked || undefined)}
        />
      </label>
    )
  }
  return (
    <label class="field">
      {label}
      <input
        {...(input === 'number' ? { type: 'number', step: 'any' } : { type: 'text' })}
        value={typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')}
        onInput={(event) => set(read(event.currentTarget.value, input))}
      />
    </label>
  )
}

function read(text: string, input: Field['input']): unknown {
  if (text === '') return undefined
  if (input === 'text') return text
  if (input === 'number') return Number(text)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
