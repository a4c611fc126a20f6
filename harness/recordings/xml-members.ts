/** An element that holds a text, or an attribute. An element may have its name in an attribute: `<key name="password">`. */
const ELEMENT = /<([\w:.-]{1,100})(\s[^<>]*)?>([^<]+)(?=<\/)/g
const ATTRIBUTE = /(\s([\w:.-]{1,100})=)("[^"<>]*"|'[^'<>]*')/g
const OWN_NAME = /\sname=["']([^"'<>]{1,100})["']/
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' },
}

/** What is to stand in place of a value; undefined: it stays. */
type Replace = (name: string, value: string) => string | undefined

/** Puts other values in the place of those of an XML text, which stays byte for byte as it was beside. */
export function replacedInXml(text: string, replace: Replace): string {
  const elements = text.replaceAll(
    ELEMENT,
    (all, name: string, attributes: string = '', value: string) => {
      const names = [localName(name), OWN_NAME.exec(attributes)?.[1] ?? '']
      const replaced = names.map((each) => replace(each, plain(value))).find(Boolean)
      return replaced === undefined ? all : `<${name}${attributes}>${replaced}`
    },
  )
  return elements.replaceAll(ATTRIBUTE, (all, head: string, name: string, quoted: string) => {
    const [quote = '"'] = quoted
    const replaced = replace(localName(name), plain(quoted.slice(1, -1)))
    return replaced === undefined ? all : `${head}${quote}${replaced}${quote}`
  })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function plain(value: string): string {
  return value.trim().replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (each) => ENTITIES[each] ?? each)
}
