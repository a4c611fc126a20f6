import type { ReportedViolation } from '../record/run-report.ts'
import { type Html, html } from './html.ts'

/** The commands that bring a violation back, each with a button that copies it. */
export function commandLines({ again, replay, reproduce }: ReportedViolation): Html {
  const commands = [
    ['Replay', 'the very case, where it was kept', replay],
    ['Reproduce', 'the data source as it was, for a call by hand', reproduce],
    ['Verify', 'the clause again, on any machine', again],
  ] as const
  return html`<dl class="commands">${commands.map(([name, what, command]) =>
    command === undefined ? '' : commandLine(name, what, command),
  )}</dl>`
}

function commandLine(name: string, what: string, command: string): Html {
  return html`<div><dt>${name} <small>${what}</small></dt>
    <dd class="copied-from"><code>${command}</code>${copyButton(`the command: ${name}`)}</dd></div>`
}

/** Copies the code that it stands beside, within `copied-from`. */
export function copyButton(what: string): Html {
  return html`<button type="button" class="copy scripted" aria-label="Copy ${what}">Copy</button>`
}
