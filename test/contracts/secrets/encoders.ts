/** The ways in which a secret may be written down, each as programs do it. */
export const ENCODERS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'JSON with every character escaped': (text) => escapeEach(text, (hex) => `\\u${hex}`),
  'a URL': (text) => encodeURIComponent(text),
  'a URL in lower case': (text) =>
    encodeURIComponent(text).replaceAll(/%../g, (each) => each.toLowerCase()),
  'a form': (text) => new URLSearchParams({ '': text }).toString().slice(1),
  'a URL with every byte escaped': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64, one byte further': (text) => Buffer.from(`:${text}:`).toString('base64'),
  'base64, two bytes further': (text) => Buffer.from(`me${text}: `).toString('base64'),
  'base64 for URLs': (text) => Buffer.from(`ann:${text}`).toString('base64url'),
  'base64 in a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'base64 in lines': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/.{76}/g, (line) => `${line}\n`),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hex of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('hex'),
  'UTF-16, read as bytes': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  'UTF-16, big end first': (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
  'UTF-16, made visible': (text) =>
    [...Buffer.from(text, 'utf16le').toString('latin1')]
      .map((each) => (each === '\0' ? '\\u0000' : JSON.stringify(each).slice(1, -1)))
      .join(''),
  HTML: (text) => text.replaceAll(/[&<>"']/g, (each) => ENTITIES[each] ?? each),
  'HTML by numbers': (text) => text.replaceAll(/[^\w]/gu, (each) => `&#${each.codePointAt(0)};`),
  'XML by numbers': (text) =>
    text.replaceAll(/[^\w]/gu, (each) => `&#x${each.codePointAt(0)?.toString(16)};`),
  Python: (text) => text.replaceAll(/[\\'\n\r\t]/g, (each) => PYTHON[each] ?? each),
  "Python's bytes": (text) =>
    [...Buffer.from(text)]
      .map((byte) => (byte < 0x7f && byte > 0x1f ? chr(byte) : `\\x${hexOf(byte)}`))
      .join(''),
  'a shell': (text) => text.replaceAll("'", String.raw`'\''`),
  "Python's shlex": (text) => text.replaceAll("'", `'"'"'`),
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}
const PYTHON: Readonly<Record<string, string>> = {
  ...{ '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' },
}

function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function chr(byte: number): string {
  const text = String.fromCharCode(byte)
  return text === '\\' || text === "'" ? `\\${text}` : text
}

function escapeEach(text: string, form: (hex: string) => string): string {
  return Array.from({ length: text.length }, (_, at) =>
    form(text.charCodeAt(at).toString(16).padStart(4, '0')),
  ).join('')
}
