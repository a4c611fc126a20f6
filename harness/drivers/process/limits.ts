/** In bytes. A process that writes more to standard output is ended: its answer is lost already. */
export const STDOUT_LIMIT = 32 * 1024 * 1024
/** In bytes. What is left of the output of a process that was ended for it. */
export const FLOOD_KEPT = 1024 * 1024
/** In bytes, of the end of standard error. */
export const STDERR_LIMIT = 8 * 1024 * 1024
/** How long, after a process has ended, a child of it that holds its output open is waited for. */
export const GRACE_MILLISECONDS = 500
/** The longest that a timer of Node's can wait; a longer wait would end at once. */
export const LONGEST_TIMER = 2 ** 31 - 1
