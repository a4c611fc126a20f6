import { signal } from '@preact/signals'

const KEPT = 'connector-contract-mock-theme'
const theme = signal(localStorage.getItem(KEPT) ?? '')
const show = () => {
  if (theme.value === '') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme.value
}
show()

/** Light, dark, or as the system has it. */
export function ThemeButton() {
  const isDark =
    theme.value === 'dark' ||
    (theme.value === '' && matchMedia('(prefers-color-scheme: dark)').matches)
  const other = isDark ? 'light' : 'dark'
  const change = () => {
    theme.value = other
    localStorage.setItem(KEPT, other)
    show()
  }
  return (
    <button type="button" class="quiet theme" onClick={change} title={`Show it ${other}`}>
      <span aria-hidden="true">{isDark ? '☀' : '☾'}</span>
      <span class="spoken">Show it {other}</span>
    </button>
  )
}
