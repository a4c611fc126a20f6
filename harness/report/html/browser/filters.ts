/** What the filters can show or hide: a clause's row, or a violation. */
interface Item {
  readonly element: HTMLElement
  readonly outcome: string
  readonly family: string
  readonly clause: string
  readonly words: string
}

/** Shows the clauses and violations that the filters let through; the address keeps what is set. */
export function filters(): void {
  const form = document.querySelector<HTMLFormElement>('#filters')
  if (form === null) return
  const rows = itemsOf('tr[data-clause]')
  const cards = itemsOf('details[data-clause]')
  const apply = () => show(form, rows, cards)
  const changed = () => {
    apply()
    history.replaceState(null, '', `#${addressOf(form)}`)
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', changed)
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(changed))
  addEventListener('hashchange', () => {
    if (readAddress(form)) apply()
  })
  readAddress(form)
  apply()
}

function itemsOf(selector: string): readonly Item[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].map((element) => ({
    element,
    outcome: element.dataset['outcome'] ?? '',
    family: element.dataset['family'] ?? '',
    clause: `${element.dataset['run']} ${element.dataset['clause']}`,
    words: (element.textContent ?? '').toLowerCase(),
  }))
}

function show(form: HTMLFormElement, rows: readonly Item[], cards: readonly Item[]): void {
  const fields = new FormData(form)
  const outcomes = fields.getAll('outcome')
  const family = String(fields.get('family') ?? '')
  const words = String(fields.get('text') ?? '')
    .toLowerCase()
    .split(/\s+/)
  const passes = (item: Item) =>
    (outcomes.length === 0 || outcomes.includes(item.outcome)) &&
    (family === '' || family === item.family) &&
    words.every((word) => item.words.includes(word))
  const shown = rows.filter(passes)
  const clauses = new Set(shown.map(({ clause }) => clause))
  for (const row of rows) row.element.hidden = !shown.includes(row)
  for (const card of cards) card.element.hidden = !clauses.has(card.clause) && !passes(card)
  hideEmpty()
  // What is looked for must not stand in a fold; without filters the page is as its reader left it.
  if (shown.length < rows.length) unfold(shown)
  tell(shown.length, rows.length)
}

function unfold(items: readonly Item[]): void {
  for (const { element } of items) {
    const fold = element.closest('details')
    if (fold !== null) fold.open = true
  }
}

/** A family without a row, and a cause without a violation, would be a heading over nothing. */
function hideEmpty(): void {
  for (const group of document.querySelectorAll<HTMLElement>(
    '.held-clauses, .clauses, .family, .cause, .also',
  )) {
    group.hidden = group.querySelector('[data-clause]:not([hidden])') === null
  }
}

function tell(shown: number, all: number): void {
  const status = document.querySelector('#shown')
  if (status === null) return
  const clauses = `${all} ${all === 1 ? 'clause' : 'clauses'}`
  status.textContent = shown === all ? clauses : `${shown} of ${clauses}`
}

/** `outcome=violated&family=PAGE`, without what is not set. */
function addressOf(form: HTMLFormElement): string {
  const set = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  return new URLSearchParams(set).toString()
}

/** Whether the address says anything of filters: it may name a part of the page instead. */
function readAddress(form: HTMLFormElement): boolean {
  const address = location.hash.slice(1)
  if (!address.includes('=')) return false
  const set = new URLSearchParams(address)
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = set.getAll(field.name).includes(field.value)
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = set.get(field.name) ?? ''
    }
  }
  return true
}
