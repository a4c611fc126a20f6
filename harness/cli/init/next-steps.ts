import { pythonModule } from './connector-name.ts'
import type { Edit, Skeleton, Wish } from './skeleton.ts'

const LANGUAGE = { python: 'Python', typescript: 'TypeScript' } as const
const MODE = { async: 'an asynchronous', sync: 'a synchronous' } as const

/** What is printed once a connector is written: what is there, how to verify it, what to edit in which order. */
export function nextSteps(wish: Wish, skeleton: Skeleton): string {
  const { name, language } = wish
  const { files, edits, verify } = skeleton
  return [
    `${name}/ is ${modeWords(wish)} connector in ${LANGUAGE[language]} (${files.length} files).`,
    ...(skeleton.open === undefined ? spokenBy(wish, verify) : describedWords(wish, skeleton)),
    '',
    ...edits.flatMap((edit, index) => step(edit, index + 1)),
    '',
    ...(language === 'python' ? checkoutNote(wish) : []),
    `.github/workflows/${name}.yml verifies every push. GitHub reads it at the root of a repository.`,
    '',
  ].join('\n')
}

function modeWords({ mode, dataSource, language }: Wish): string {
  const { described } = dataSource ?? {}
  if (described === undefined || language === 'python') return MODE[mode]
  return [described.mode].flat()[0] === 'asynchronous' ? MODE.async : MODE.sync
}

/** What the first `verify` shows of a connector that was made from a description. */
function describedWords({ dataSource }: Wish, { verify, open = [] }: Skeleton): readonly string[] {
  const { title } = dataSource?.described ?? { title: '' }
  const shows =
    open.length === 0
      ? 'Its description tells all that the connector needs; the first verify shows where it does not yet hold:'
      : `Not told by its description, so that the first verify will show it: ${open.join('; ')}.`
  const lines = verify.map((line) => `  ${line}`)
  return [`It speaks the API of ${title}. ${shows}`, '', ...lines, '', 'The place to edit:']
}

function spokenBy({ source, dataSource }: Wish, verify: readonly string[]): readonly string[] {
  const lines = verify.map((line) => `  ${line}`)
  if (dataSource?.isAnother === true) {
    const still = `It speaks the API of ${source.title} still; \`verify\` says so until its API client is edited:`
    return [still, '', ...lines, '', 'Make it yours in this order:']
  }
  const speaks = `It speaks the API of ${source.title}, which the mock serves. Make it yours in this order:`
  return ['It holds the contract; see for yourself:', '', ...lines, '', speaks]
}

function step({ files, what }: Edit, number: number): readonly string[] {
  return [`  ${number}. ${what}`, ...files.map((file) => `     ${file}`)]
}

function checkoutNote({ name, source, dataSource }: Wish): readonly string[] {
  const module = pythonModule(name)
  const word = dataSource?.word ?? source.name
  return [
    `Within a checkout of stix-shifter, copy ${name}/${module} to stix_shifter_modules/${module}, and:`,
    '',
    `  npx connector-contract verify --stix-shifter <checkout> --module ${module} --data-source ${word}`,
    '',
  ]
}
