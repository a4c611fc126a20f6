import { type Command, Help } from 'commander'

/** How far behind what it is about a text of a help stands. */
const LEAD = 'Usage: '.length
const LEAST_ROOM = 20

/** Help that keeps within its columns also where a terminal has few. */
export const HELP_LAYOUT: Partial<Help> = {
  minWidthToWrap: LEAST_ROOM,
  commandUsage(this: Help, command: Command): string {
    const usage = Help.prototype.commandUsage.call(this, command)
    const lines = this.boxWrap(usage, (this.helpWidth ?? 80) - LEAD).split('\n')
    return lines.join(`\n${' '.repeat(LEAD)}`)
  },
}
