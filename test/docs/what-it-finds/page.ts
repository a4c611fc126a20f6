import { shellQuote } from '../../../harness/drivers/shell-quote.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import { wrap } from '../../../harness/text/wrap.ts'
import { wrapCommand } from '../../../harness/text/wrap-command.ts'
import { brokenPath } from '../../broken/support/broken-files.ts'
import { codeOf } from './code-of.ts'
import { DEFECTS, type Defect } from './defects.ts'
import { RUNS, reportOf, type Verified } from './report-of.ts'

const INTRODUCTION = `# What it finds

Connectors have shipped with each of these defects, the most frequent first. For each, this page shows the
code that is the defect and what \`verify\` prints of a connector that has it. \`--only\` keeps that short;
without it, at default settings, all of them are found too.

The connectors lie in \`test/broken/\`, and each is the correct one with this one defect. In their code,
\`correct\` is the connector without it, \`run\` calls its API client, \`send\` makes a single request, and \`peek\`
gives the data source's own answer to \`status\`. The line above a report prints it, in a checkout of this
project; only the time is another.

\`node scripts/what-it-finds.ts\` writes this page, and a test fails when it would write another.
`

/** Few enough that no call waits for the others until it is late; some connectors mostly wait. */
const AT_ONCE = 3

/** `docs/what-it-finds.md`: each class of defect with its code, and the report on a connector that has it. */
export async function whatItFindsPage(): Promise<string> {
  const sections: string[] = []
  let next = 0
  const work = async () => {
    for (let index = next++; index < DEFECTS.length; index = next++) {
      sections[index] = await sectionOf(DEFECTS[index] as Defect)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return `${INTRODUCTION}\n${DEFECTS.map(entryOf).join('\n')}\n\n${sections.join('\n')}`
}

/** The connector that `verify` is given to find a defect. */
export function verifiedFor({ file, clause }: Defect): Verified {
  const [path, from] = [brokenPath(file), process.cwd()]
  if (!file.endsWith('.py')) return { clause, target: { kind: 'module', specifier: path, from } }
  const prefix = ['python3', path, 'transmit', 'abc']
  return { clause, target: { kind: 'command', prefix, cwd: from } }
}

function entryOf({ title, clause }: Defect): string {
  const anchor = title.toLowerCase().replaceAll(/[^\w -]/g, '')
  return `- [${title}](#${anchor.replaceAll(' ', '-')}) (${clause})`
}

async function sectionOf(defect: Defect): Promise<string> {
  const verified = verifiedFor(defect)
  const report = await reportOf(verified, true)
  return `## ${defect.title}

${wrap(defect.says, 0)}

\`\`\`${defect.file.endsWith('.py') ? 'python' : 'ts'}
${codeOf(brokenPath(defect.file))}
\`\`\`

\`\`\`text
$ ${wrapCommand(commandFor(verified), 2)}
${report.trim()}
\`\`\`
`
}

function commandFor({ target, clause }: Verified): string {
  const options = ['--only', clause, '--runs', String(RUNS)]
  const words = ['npx', 'connector-contract', 'verify', ...wordsOf(target, options)]
  return words.map((word) => shellQuote(word)).join(' ')
}

function wordsOf(target: Target, options: readonly string[]): readonly string[] {
  if (target.kind === 'module') return [target.specifier, ...options]
  return target.kind === 'command' ? [...options, '--', ...target.prefix] : options
}
