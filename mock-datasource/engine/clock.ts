/** Milliseconds from any fixed point; it may stand still but a search never goes back if it does. */
export type Clock = () => number
