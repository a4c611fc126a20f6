import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Rows beyond what is seen, above and below. */
const MARGIN = 8

interface VirtualListProperties {
  readonly label: string
  readonly count: number
  /** In pixels. */
  readonly rowHeight: number
  /** What stays in its place while others come above it. */
  readonly keyOf: (index: number) => number
  readonly chosen: number
  readonly row: (index: number) => ComponentChildren
  readonly choose: (index: number) => void
  readonly leave: () => void
}

/** A list of any length, of which only what is seen is in the page. Arrow keys choose, Escape leaves. */
export function VirtualList(list: VirtualListProperties) {
  const { label, count, rowHeight, keyOf, chosen, row, choose, leave } = list
  const box = useRef<HTMLDivElement>(null)
  const seen = useSignal({ top: 0, height: 600 })
  const first = useRef<{ key: number; offset: number } | undefined>(undefined)
  const look = () => {
    const { scrollTop: top = 0, clientHeight: height = 600 } = box.current ?? {}
    const at = Math.floor(top / rowHeight)
    // At the very top one wants to see what comes.
    first.current =
      top < rowHeight || at >= count ? undefined : { key: keyOf(at), offset: top % rowHeight }
    const old = seen.peek()
    if (old.top !== top || old.height !== height) seen.value = { top, height }
  }
  useEffect(() => {
    const observer = new ResizeObserver(look)
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    const { current: kept } = first
    if (kept === undefined || box.current === null) return
    let at = Math.floor(box.current.scrollTop / rowHeight)
    while (at < count && keyOf(at) > kept.key) at += 1
    if (at < count && keyOf(at) === kept.key) box.current.scrollTop = at * rowHeight + kept.offset
  })
  const from = Math.max(0, Math.floor(seen.value.top / rowHeight) - MARGIN)
  const to = Math.min(count, Math.ceil((seen.value.top + seen.value.height) / rowHeight) + MARGIN)
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(seen.value.height / rowHeight) - 1)
    const steps: Record<string, number> = {
      ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
      ...{ Home: -count, End: count },
    }
    if (event.key === 'Escape') leave()
    const step = steps[event.key]
    if (step === undefined || count === 0) return
    event.preventDefault()
    const next = Math.min(count - 1, Math.max(0, chosen < 0 ? 0 : chosen + step))
    choose(next)
    const { current } = box
    if (current === null) return
    const top = next * rowHeight
    if (top < current.scrollTop) current.scrollTop = top
    if (top + rowHeight > current.scrollTop + current.clientHeight) {
      current.scrollTop = top + rowHeight - current.clientHeight
    }
  }
  return (
    <div
      ref={box}
      class="virtual"
      role="listbox"
      aria-label={label}
      aria-activedescendant={chosen >= from && chosen < to ? `row-${keyOf(chosen)}` : undefined}
      tabIndex={0}
      onScroll={look}
      onKeyDown={press}
    >
      <svg class="spacer" width="1" height={count * rowHeight} aria-hidden="true" />
      <div class="window" ref={(element) => place(element, from * rowHeight)}>
        {Array.from({ length: Math.max(0, to - from) }, (_, step) => {
          const index = from + step
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list itself has the focus, as a listbox has
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
            <div
              key={keyOf(index)}
              id={`row-${keyOf(index)}`}
              role="option"
              aria-selected={index === chosen}
              aria-setsize={count}
              aria-posinset={index + 1}
              onClick={() => choose(index)}
            >
              {row(index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** By script, since the page allows no style that stands in its text. */
function place(element: HTMLElement | null, top: number): void {
  if (element) element.style.transform = `translateY(${top}px)`
}
