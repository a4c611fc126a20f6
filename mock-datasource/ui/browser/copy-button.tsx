import { useSignal } from '@preact/signals'

/** Copies a text. Where the browser does not allow that, shows it to be selected. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const said = useSignal('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      said.value = 'Copied'
    } catch {
      said.value = 'Not allowed here'
    }
    setTimeout(() => {
      said.value = ''
    }, 1_500)
  }
  return (
    <button type="button" class="quiet" onClick={copy} title={text}>
      <span aria-live="polite">{said.value === '' ? label : said.value}</span>
    </button>
  )
}
