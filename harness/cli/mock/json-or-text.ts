/** A value as a command line has it: what reads like JSON is that, all else is text. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
