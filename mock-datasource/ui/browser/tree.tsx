/** How many elements of a list are shown at once. */
const MOST = 200

/** A body: folded as a tree where it is JSON, as it is where not. */
export function Body({ text, isCut }: { readonly text: string; readonly isCut?: boolean }) {
  if (text === '') return <p class="empty">no body</p>
  const value = isCut ? undefined : parsed(text)
  return (
    <div class="body">
      {value === undefined ? <pre>{text}</pre> : <Node value={value.json} depth={0} />}
      {isCut ? <p class="note">The journal keeps no more of it.</p> : null}
    </div>
  )
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

interface NodeProperties {
  readonly name?: string
  readonly value: unknown
  readonly depth: number
}

export function Node({ name, value, depth }: NodeProperties) {
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="leaf">
        <Name name={name} />
        <span class={value === null ? 'null' : typeof value}>{JSON.stringify(value)}</span>
      </div>
    )
  }
  const entries = Object.entries(value)
  const brackets = Array.isArray(value) ? '[]' : '{}'
  const size = `${brackets[0]}${entries.length === 0 ? '' : ` ${entries.length} `}${brackets[1]}`
  if (entries.length === 0) {
    return (
      <div class="leaf">
        <Name name={name} />
        {size}
      </div>
    )
  }
  return (
    <details class="tree" open={depth < 2}>
      <summary>
        <Name name={name} />
        <span class="size">{size}</span>
      </summary>
      {entries.slice(0, MOST).map(([key, each]) => (
        <Node key={key} name={key} value={each} depth={depth + 1} />
      ))}
      {entries.length > MOST ? <p class="note">{entries.length - MOST} more</p> : null}
    </details>
  )
}

function Name({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : <span class="name">{name}</span>
}
