const KEY = 'connector-contract-theme'
type Theme = 'light' | 'dark'

/** The button that turns light into dark and back; until it is pressed the system's setting counts. */
export function theme(): void {
  const root = document.documentElement
  const button = document.querySelector<HTMLButtonElement>('#theme')
  const system = matchMedia('(prefers-color-scheme: dark)')
  const current = (): Theme => {
    const chosen = root.dataset['theme']
    if (chosen === 'light' || chosen === 'dark') return chosen
    return system.matches ? 'dark' : 'light'
  }
  const other = (): Theme => (current() === 'dark' ? 'light' : 'dark')
  const show = () => {
    if (button !== null) button.textContent = other() === 'dark' ? 'Dark' : 'Light'
  }
  const kept = recall()
  if (kept !== undefined) root.dataset['theme'] = kept
  button?.addEventListener('click', () => {
    root.dataset['theme'] = other()
    keep(current())
    show()
  })
  system.addEventListener('change', show)
  show()
}

/** A browser may let a file keep nothing. */
function recall(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : undefined
  } catch {
    return undefined
  }
}

function keep(chosen: Theme): void {
  try {
    localStorage.setItem(KEY, chosen)
  } catch {
    // Then it is light or dark for this once.
  }
}
