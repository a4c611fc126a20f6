/** log lines before the value, which is JSON on one line */
import { answer } from './_correct.ts'

console.log('connector: starting {', process.argv[6], '}')
console.info({ level: 'info', msg: 'asking "the data source"' })
console.log(JSON.stringify(await answer()))
