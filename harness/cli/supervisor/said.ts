import type { TriedCheck } from '../../report/from-vitest.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import type { PlannedRun } from '../../run/report-of-run.ts'
import { Message } from './protocol.ts'

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>

/** A run as far as it has been told of. */
export interface RunSofar {
  readonly planned: PlannedRun
  /** When this process heard of it, in milliseconds of its own clock. */
  readonly heard: number
  readonly tried: TriedCheck[]
  /** Once it has come to its end. */
  report?: RunReport
}

/** What the process of a command has told its supervisor. */
export class Said {
  /** The files that are this run's; undefined: the command has not begun to write any. */
  files: Of<'begun'> | undefined
  readonly runs: RunSofar[] = []
  /** How the command has ended; undefined: it has not, as far as anybody knows. */
  last: Of<'closed'> | Of<'ended'> | undefined
  isDebugged = false
  isPrinting = false
  #rest = ''

  /** Takes in what has come: lines, of which the last may go on later. */
  hear(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#take(line)
  }

  #take(line: string): void {
    const { data: message } = Message.safeParse(jsonOf(line))
    switch (message?.kind) {
      case undefined:
        return
      case 'alive':
        this.isDebugged = message.debugged
        return
      case 'printing':
        this.isPrinting = message.is
        return
      case 'begun':
        this.files = message
        return
      case 'planned':
        this.runs.push({ planned: message.run, heard: performance.now(), tried: [] })
        return
      case 'tried':
        this.runs.at(-1)?.tried.push(message.tried)
        return
      case 'reported':
        Object.assign(this.runs.at(-1) ?? {}, { report: message.report })
        return
      case 'closed':
      case 'ended':
        this.last = message
    }
  }
}

/** What is no JSON, or none of ours, was cut off or is somebody else's: it says nothing. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
