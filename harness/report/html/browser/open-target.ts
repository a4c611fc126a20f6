/** Unfolds the violation that the address, or a link in the page, leads to. */
export function openTarget(): void {
  const open = () => {
    const target = document.getElementById(location.hash.slice(1))
    if (target === null) return
    for (let part = target.closest('details'); part !== null; part = outer(part)) {
      part.open = true
      part.hidden = false
    }
    target.scrollIntoView()
  }
  addEventListener('hashchange', open)
  open()
}

function outer(part: Element): HTMLDetailsElement | null {
  return part.parentElement?.closest('details') ?? null
}
