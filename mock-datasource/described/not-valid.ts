/** A request carries something that the API cannot take; the message names it. */
export class NotValid extends Error {
  override readonly name = 'NotValid'
}
