import type { Method } from '../../../contracts/method.ts'
import type { Tally } from '../../engine/found/coverage.ts'
import { type Html, html } from './html.ts'
import { type MethodCell, methodTable } from './method-table.ts'
import { number } from './words.ts'

/** A tally of one thing under one method. */
export interface HeatCell extends Tally {
  readonly name: string
  readonly method: Method
}

const SHADES = 5

/**
 * How often something was tried with each method, the deeper the more often, and where it broke. Each cell says in
 * words what its colour says.
 */
export function heatMap(caption: string, what: string, cells: readonly HeatCell[]): Html {
  const most = Math.max(1, ...cells.map(({ tried }) => tried))
  const names = [...new Set(cells.map(({ name }) => name))]
  const rows = names.map((name) => ({
    name,
    cells: cells.filter((cell) => cell.name === name).map((cell) => methodCell(cell, most)),
  }))
  return methodTable(caption, what, rows)
}

function methodCell({ method, tried, violated }: HeatCell, most: number): MethodCell {
  if (tried === 0) return { method, className: 'untried', text: html`–` }
  if (violated > 0) {
    return {
      method,
      className: 'broken',
      text: html`✗ ${number(violated)}<small> of ${number(tried)}</small>`,
    }
  }
  return { method, className: `shade-${shadeOf(tried, most)}`, text: html`${number(tried)}` }
}

/** By the logarithm: some things are tried a thousand times as often as others. */
function shadeOf(tried: number, most: number): number {
  const share = Math.log(tried + 1) / Math.log(most + 1)
  return Math.min(SHADES, Math.max(1, Math.ceil(share * SHADES)))
}
