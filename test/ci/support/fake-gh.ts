/**
 * Stands in for GitHub's command line, in as far as a step of ours calls `gh api` for the comments of a pull request: they
 * are lines of the file that $COMMENTS_FILE names.
 */
export const FAKE_GH = `#!/usr/bin/env node
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const file = process.env.COMMENTS_FILE
const comments = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const words = process.argv.slice(3)
const valueOf = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
const [path] = words.filter((word, at) => word.startsWith('repos/') && words[at - 1] !== '--field')
const body = () => readFileSync(valueOf('--field').replace('body=@', ''), 'utf8')
if (process.argv[2] !== 'api' || !process.env.GH_TOKEN) process.exit(1)
switch (valueOf('--method')) {
  case undefined: {
    const [, start] = /startswith\\("(.*)"\\)/.exec(valueOf('--jq'))
    for (const each of comments) if (each.body.startsWith(start)) console.log(each.id)
    break
  }
  case 'POST':
    if (path !== 'repos/me/mine/issues/7/comments') process.exit(1)
    comments.push({ id: 100 + comments.length, body: body() })
    break
  case 'PATCH':
    comments.find(({ id }) => path === 'repos/me/mine/issues/comments/' + id).body = body()
}
writeFileSync(file, JSON.stringify(comments))
`
