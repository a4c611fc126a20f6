import { METHODS, type Method } from '../../../contracts/method.ts'
import { type Html, html } from './html.ts'

/** What a table of this kind holds for one thing under one method. */
export interface MethodCell {
  readonly method: Method
  readonly className: string
  readonly text: Html
}

export interface MethodRow {
  readonly name: string
  readonly cells: readonly MethodCell[]
}

/**
 * A table with a row for each thing and a column for each method. On a phone, where six columns have no room, its
 * cells stand below the name of their row, each with its method: its roles are spelled out, since a browser
 * forgets them when a table is laid out otherwise.
 */
export function methodTable(caption: string, what: string, rows: readonly MethodRow[]): Html {
  const methods = METHODS.filter((method) =>
    rows.some(({ cells }) => cells.some((cell) => cell.method === method)),
  )
  return html`<table class="methods" role="table">
    <caption>${caption}</caption>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${what}</th>
      ${methods.map((method) => html`<th role="columnheader" scope="col"><code>${method}</code></th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => tableRow(row, methods))}</tbody>
  </table>`
}

function tableRow({ name, cells }: MethodRow, methods: readonly Method[]): Html {
  return html`<tr role="row"><th role="rowheader" scope="row">${name}</th>
    ${methods.map((method) => {
      const cell = cells.find((each) => each.method === method)
      if (cell === undefined)
        return html`<td role="cell" data-method="${method}" class="untried">–</td>`
      return html`<td role="cell" data-method="${method}" class="${cell.className}">${cell.text}</td>`
    })}</tr>`
}
