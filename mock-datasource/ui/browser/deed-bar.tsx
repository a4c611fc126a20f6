import { useSignal } from '@preact/signals'
import { deeds } from './control-plane.ts'
import { CopyButton } from './copy-button.tsx'

/** What the page did last, and the line that would do the same. */
export function DeedBar() {
  const isOpen = useSignal(false)
  const [latest] = deeds.value
  if (latest === undefined) return null
  const shown = isOpen.value ? deeds.value : [latest]
  return (
    <section class="deeds" aria-label="What was done">
      <ol aria-live="polite">
        {shown.map(({ said, line, problem }, index) => (
          <li key={deeds.value.length - index} class={problem === undefined ? '' : 'bad'}>
            <span class="said">{problem === undefined ? said : `${said}: ${problem}`}</span>
            <code title={line}>{line}</code>
            <CopyButton text={line} label="Copy" />
          </li>
        ))}
      </ol>
      {deeds.value.length > 1 ? (
        <button
          type="button"
          class="quiet"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value
          }}
        >
          {isOpen.value ? 'Latest only' : `All ${deeds.value.length}`}
        </button>
      ) : null}
    </section>
  )
}
