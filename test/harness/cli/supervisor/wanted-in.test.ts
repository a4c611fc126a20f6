import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { wantedIn } from '../../../../harness/cli/supervisor/wanted-in.ts'

const json = { form: 'json', path: resolve('a.json'), option: '--json' }
const junit = { form: 'junit', path: resolve('a=b.xml'), option: '--report' }

test.each([
  ['verify abc --json a.json', [json]],
  ['verify --json=a.json --report junit=a=b.xml abc', [json, junit]],
  ['merge 1.json 2.json --report=junit=a=b.xml', [junit]],
  ['verify --json a.json -- python3 main.py --json of-the-command.json', [json]],
  ['verify --report of-no-form=a --json', []],
  ['verify --json /dev/null', []],
  ['drift --json a.json', []],
])('%s names its reports', async (line, reports) => {
  expect(await wantedIn(line.split(' '))).toEqual(reports)
})
