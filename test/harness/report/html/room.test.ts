import { describe, expect, it } from 'vitest'
import { html } from '../../../../harness/report/html/html.ts'
import { Room } from '../../../../harness/report/html/room.ts'

const taken = (room: Room) =>
  room.take(
    () => html`a whole violation`,
    () => html`brief`,
  ).markup

describe('the room of a page', () => {
  it('goes to what comes first; the rest is brief, then left out, and that is counted', () => {
    const room = new Room(40, 12)
    expect(Array.from({ length: 6 }, () => taken(room))).toEqual([
      ...['a whole violation', 'a whole violation', 'brief', 'brief', '', ''],
    ])
    expect(room.takeLeftOut()).toBe(2)
    expect(room.takeLeftOut()).toBe(0)
  })
})
