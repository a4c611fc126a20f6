import { describe, expect, it } from 'vitest'
import { flagsOf, flagsWithoutInspect } from '../../../../harness/cli/supervisor/flags-of.ts'

const FLAGS = ['--import=./a.ts', '--inspect-brk=9229', '--inspect', '--inspect-port=1']

describe("Node's own flags", () => {
  it('reach the process of a command, in which a debugger gets a port of its own', () => {
    expect(flagsOf(FLAGS)).toEqual([
      ...['--import=./a.ts', '--inspect-brk=0', '--inspect=0', '--inspect-port=1'],
    ])
  })

  it('reach others without those for a debugger', () => {
    expect(flagsWithoutInspect(FLAGS)).toEqual(['--import=./a.ts', '--inspect-port=1'])
  })
})
