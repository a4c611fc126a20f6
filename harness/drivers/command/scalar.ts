const NUMBER_OR_WORD =
  /^(?:[-+]?(?:\d|\.\d)[\w.+-]*|[-+]?(?:nan|inf|NaN|Infinity)|true|false|null|True|False|None|set\(\))$/
const OPENING_QUOTE = /^[bBrRuU]{0,2}(["'])/

/** Whether a line is a value without brackets: a string, a number or a word. Anything else is a log line. */
export function isScalar(line: string): boolean {
  const opening = OPENING_QUOTE.exec(line)
  if (opening === null) return NUMBER_OR_WORD.test(line)
  const [{ length }, quote = ''] = opening
  return line.length > length && line.endsWith(quote) && !/[\u2028\u2029]/.test(line)
}
