const TOLD_MILLISECONDS = 2_000

/** Each button copies the code that it stands beside, and says so. */
export function copyButtons(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.copy') : null
    const text = button?.closest('.copied-from')?.querySelector('code')?.textContent
    if (!(button instanceof HTMLButtonElement) || text === null || text === undefined) return
    void copy(text).then((copied) => tell(button, copied ? 'Copied' : 'Press Ctrl-C'))
  })
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Where a page may not write to the clipboard: over plain HTTP, or in a frame that does not let it. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'spoken'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

function tell(button: HTMLButtonElement, words: string): void {
  button.textContent = words
  const status = document.querySelector('#told')
  if (status !== null) status.textContent = words
  setTimeout(() => {
    button.textContent = 'Copy'
  }, TOLD_MILLISECONDS)
}
