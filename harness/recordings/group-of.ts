import type { Exchange } from './exchange.ts'

/** Shorter texts stand in many requests by chance. */
const SHORTEST_ID = 6
/** Of one answer; a page of rows has thousands, and none of them is an id of a search. */
const MOST_IDS = 40
const TEXT = /"((?:[^"\\]|\\.){6,200})"/g

/**
 * Puts exchanges that belong to one search together: a request belongs where a text of an earlier answer stands in its path,
 * its query string or its body, as the id of a search or a token does. Others are together by method and path.
 */
export class Groups {
  readonly #byText = new Map<string, string>()
  #made: number

  /** @param made how many searches the recording has already. */
  constructor(made = 0) {
    this.#made = made
  }

  /** The name of the file that an exchange goes into. */
  of({ request, response }: Exchange): string {
    const body = request.body !== undefined && 'text' in request.body ? request.body.text : ''
    const sent = `${decoded(request.path)}\n${decoded(body)}`
    const known = textsSentIn(sent).find((text) => this.#byText.has(text))
    const group = (known === undefined ? undefined : this.#byText.get(known)) ?? this.#new(request)
    const answer = response?.body
    if (answer === undefined || !('text' in answer)) return group
    const texts = [...answer.text.matchAll(TEXT)].slice(0, MOST_IDS)
    for (const [, text = ''] of texts) {
      if (isLikeAnId(text) && !this.#byText.has(text)) this.#byText.set(text, group)
    }
    return group
  }

  #new({ method, path }: Exchange['request']): string {
    const [way = ''] = path.split('?')
    const words = way
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60)
    const name = `${method.toLowerCase()}-${words || 'root'}`
    if (method === 'GET' || method === 'HEAD') return name
    this.#made += 1
    return `${String(this.#made).padStart(4, '0')}-${name}`
  }
}

/** What of a request could be an id: what stands between the signs that a path, a form or JSON is made of. */
function textsSentIn(sent: string): readonly string[] {
  return [...sent.split(/[\s/?&="{}[\],:]+/), ...sent.split(/[\s/?&="]+/)].filter(isLikeAnId)
}

function isLikeAnId(text: string): boolean {
  return text.length >= SHORTEST_ID && /\d/.test(text) && !/\s/.test(text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
