/** What stands in a configuration in place of a credential, since those differ from case to case. */
const PLACEHOLDER = /\{\{(\w+)\}\}/g

/** A JSON value with these credentials in place of their placeholders, in every text of it. */
export function fillInCredentials<Value>(
  value: Value,
  credentials: Readonly<Record<string, string>>,
): Value {
  return changeTexts(value, (text) =>
    text.replace(PLACEHOLDER, (mark, name: string) => credentials[name] ?? mark),
  )
}

/** The names in the placeholders of a JSON value, each once. */
export function placeholdersIn(value: unknown): readonly string[] {
  const names = new Set<string>()
  changeTexts(value, (text) => {
    for (const [, name = ''] of text.matchAll(PLACEHOLDER)) names.add(name)
    return text
  })
  return [...names]
}

function changeTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((item) => changeTexts(item, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, changeTexts(member, change)]),
  ) as Value
}
