import type { Glance } from '../../../mock-datasource/index.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'

/** Columns of a line that are not the path's. */
const OTHERS = 52
const LEAST_PATH = 28
const MOST_PATH = 72
const LONGEST_ID = 9

/**
 * One exchange on a line: when it came, what was asked, the operation and the search, what was answered, its rows, how
 * long it took and the fault that struck. Where something is wrong with the request a second line says what.
 *
 * @param columns of the terminal; undefined where nothing is to be cut, as for a pipe.
 */
export function exchangeLine(
  glance: Glance,
  { columns, nearest }: { readonly columns?: number | undefined; readonly nearest?: string },
): string {
  const { time, method, status, rows, milliseconds, fault } = glance
  const room = columns && Math.min(MOST_PATH, Math.max(LEAST_PATH, columns - OTHERS))
  const asked = visible(glance.path)
  const path = room === undefined ? asked : cutInTheMiddle(asked, room).padEnd(room)
  const search = visible(glance.searchId ?? '')
  const id = columns === undefined ? search : cutAtTheEnd(search).padEnd(LONGEST_ID)
  const parts = [
    style('dim', clockTime(time)),
    method.padEnd(6),
    path,
    glance.operation?.padEnd(7) ?? style('yellow', '?'.padEnd(7)),
    id,
    status === undefined
      ? style('magenta', milliseconds === undefined ? '…' : '---')
      : style(colourOf(status), String(status)),
    ...(rows === undefined ? [] : [`${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`]),
    style('dim', milliseconds === undefined ? 'under way' : `${milliseconds} ms`),
    ...(fault === undefined ? [] : [style('magenta', `${fault.kind} (${fault.id})`)]),
  ]
  const line = parts.filter((part) => part !== '').join(' ')
  const remark = remarkOn(glance, nearest)
  return remark === undefined ? line : `${line}\n${' '.repeat(9)}${style('yellow', remark)}`
}

function remarkOn({ operation, unexpected, fault }: Glance, nearest: string | undefined) {
  if (operation === undefined && fault === undefined) {
    return `this is no operation of the API${nearest === undefined ? '' : `; the nearest is ${nearest}`}`
  }
  return unexpected === undefined ? undefined : visible(unexpected)
}

function colourOf(status: number): 'green' | 'cyan' | 'red' {
  if (status >= 400) return 'red'
  return status >= 300 ? 'cyan' : 'green'
}

function clockTime(time: number): string {
  return new Date(time).toTimeString().slice(0, 8)
}

/** The end of a path says more than its beginning: which part of a result was asked for. */
function cutInTheMiddle(text: string, room: number): string {
  if (text.length <= room) return text
  const head = Math.floor(room / 4)
  return `${text.slice(0, head)}…${text.slice(head + 1 - room)}`
}

function cutAtTheEnd(id: string): string {
  return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID - 1)}…`
}
