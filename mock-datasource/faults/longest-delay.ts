/** The longest delay that a timer of Node.js can measure, in milliseconds. */
export const LONGEST_DELAY = 2 ** 31 - 1
