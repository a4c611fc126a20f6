import { type Html, html } from './html.ts'

/** A sentence of the contract, in which backticks stand around code. */
export function sentence(text: string): Html {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
  return html`${parts}`
}

/** Words for those who hear the page. */
export function spoken(words: string): Html {
  return html`<span class="spoken">${words}</span>`
}

/** `850 ms`, `43.9 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return 'less than 1 ms'
  return milliseconds < 1_000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`
}

/** A number with its thousands apart: `2,000`. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

/** `1 case`, `2,000 cases`. */
export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** What an element of a run is called in the page, which may hold several runs. */
export function idOf(run: number, name: string): string {
  return `run-${run + 1}-${name.replaceAll(' ', '-')}`
}

/** The mark of an outcome, which is not read aloud: words stand beside it. */
export function mark(character: string): Html {
  return html`<span class="mark" aria-hidden="true">${character}</span>`
}
