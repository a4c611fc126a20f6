import { parseSync } from 'vite'

/** Something that only those may say who know one data source. */
interface Word {
  readonly name: string
  readonly pattern: RegExp
}

/** Words of ABC Security Monitor: its name, its states, codes, members, query language and credentials. */
const WORDS: readonly Word[] = [
  {
    name: 'the name',
    pattern:
      /\bABC\b|\bABC_|\bAbc[A-Z]\w*|\babc[A-Z_]\w*|abc-security-monitor|abc_security_monitor|(['"`])abc\1/,
  },
  { name: 'a state', pattern: /\b(?:WAIT|EXECUTE|SORTING)\b/ },
  {
    name: 'a member',
    pattern: /\b(?:query_id|page_token|next_page_token|record_count)\b/,
  },
  {
    name: 'the query language',
    pattern: /\bSELECT\b[^;]*\bFROM\b|\bFROM (?:events|errors)\b/,
  },
  { name: 'the credentials', pattern: /x-auth-token|['"`]Basic\b|\bbasic /i },
  { name: 'a path', pattern: /\/api\/v1\b/ },
  {
    name: 'a code',
    pattern: /(?<![\d_.])(?:1002|1003|1004|1005|1010|1020|2000|7777)(?![\d_.])/,
  },
  { name: 'a field', pattern: /\brow\w*\??\.?\[['"](?:id|time)['"]\]/ },
]

/** Who may say so, and why. */
export interface Exception {
  /** A folder, with a slash at the end, or a file. */
  readonly where: string
  readonly why: string
  /** Only lines like this; absent: all of it. */
  readonly lines?: RegExp
}

export const EXCEPTIONS: readonly Exception[] = [
  { where: 'mock-datasource/sources/abc-security-monitor/', why: 'it is the data source' },
  { where: 'contracts/abc-security-monitor/', why: 'it is the API of the data source' },
  { where: 'mock-datasource/sources/index.ts', why: 'the registry names what is built in' },
  { where: 'contracts/clauses/', why: 'sentences of clauses give ABC as the example' },
  {
    where: 'harness/recordings/draft/draft.ts',
    lines: /'basic'/,
    why: 'a scheme of HTTP, of which a description has a word',
  },
  {
    where: 'mock-datasource/described/authentication/basic.ts',
    why: "the scheme is HTTP's own",
  },
  {
    where: 'harness/cli/init/api-code.ts',
    why: "the scheme is HTTP's own",
    lines: /'basic'|Basic \\\$/,
  },
  { where: 'harness/pacts/', why: 'pacts are of ABC alone' },
  { where: 'harness/drift/', why: 'deployments that are compared are of ABC alone' },
  { where: 'harness/cli/drift.ts', why: 'deployments that are compared are of ABC alone' },
  { where: 'harness/cli/drift/', why: 'deployments that are compared are of ABC alone' },
  { where: 'harness/cli/verify-provider.ts', why: 'pacts are of ABC alone' },
  { where: 'harness/drivers/resolve-connector-path.ts', why: 'it names the reference connectors' },
  { where: 'harness/cli/verify-targets.ts', why: 'it names the reference connectors' },
  { where: 'harness/cli/transmit.ts', why: 'it shows a call of a reference connector' },
  {
    where: 'contracts/config-file.ts',
    why: 'a module of a connector may well be called so',
    lines: /"transmit", "abc"/,
  },
  {
    where: 'mock-datasource/control/wire.ts',
    why: 'it is a name of the control plane too',
    lines: /record_count: recordCount/,
  },
  {
    where: 'mock-datasource/ui/browser/wire.ts',
    why: 'it is a name of the control plane too',
    lines: /record_count: number/,
  },
  {
    where: 'mock-datasource/described/',
    why: "it is a scheme of HTTP's own",
    lines: /'(?:basic|\.\/basic\.ts)'/,
  },
  {
    where: 'contracts/data-source/description/',
    why: "it is a scheme of HTTP's own",
    lines: /z\.literal\('basic'\)/,
  },
  { where: 'mock-datasource/engine/rfc3339.ts', why: 'a leap year', lines: /Date\.UTC\(2000/ },
  {
    where: 'harness/drivers/stix-shifter/',
    why: 'a number of characters',
    lines: /LONGEST_TEXT = 2000/,
  },
  {
    where: 'harness/pytest/',
    why: 'a number of characters',
    lines: /LONGEST_TEXT = 2000/,
  },
  {
    where: 'harness/report/html/document.ts',
    why: 'the year in the name of a standard',
    lines: /w3\.org\/2000/,
  },
]

/** A word that stands where it must not. */
export interface FoundWord {
  readonly line: number
  readonly word: string
  readonly text: string
}

/** The words of one data source in a file of the house, comments left out, where no exception allows them. */
export function wordsIn(
  path: string,
  source: string,
  exceptions: readonly Exception[] = EXCEPTIONS,
): readonly FoundWord[] {
  const here = exceptions.filter(({ where }) => isWithin(path, where))
  if (here.some(({ lines }) => lines === undefined)) return []
  return withoutComments(path, source)
    .split('\n')
    .flatMap((text, index) =>
      here.some(({ lines }) => lines?.test(text) === true)
        ? []
        : WORDS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => ({
            line: index + 1,
            word: name,
            text: text.trim(),
          })),
    )
}

export function isWithin(path: string, where: string): boolean {
  return where.endsWith('/') ? path.startsWith(where) : path === where
}

/** A source as it is but for its comments, each line in its place. */
function withoutComments(path: string, source: string): string {
  if (path.endsWith('.py')) return source.replaceAll(/(^|\s)#.*$/gm, '$1')
  const { comments } = parseSync(path, source)
  return comments.reduceRight(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end),
    source,
  )
}
