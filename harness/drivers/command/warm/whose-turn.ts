/**
 * Which of two parents forks a call: whether its number, counted from 0, has an odd count of ones among its bits. No rhythm
 * of calls keeps step with that, so that those of one case come from both, whatever the case is.
 */
export function whoseTurn(call: number): 0 | 1 {
  let ones = 0
  for (let left = call; left > 0; left = Math.floor(left / 2)) ones += left % 2
  return ones % 2 === 0 ? 0 : 1
}
