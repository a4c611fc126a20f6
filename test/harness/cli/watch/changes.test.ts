import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Changes, type Places } from '../../../../harness/cli/watch/changes.ts'

/** A folder with these files in it, that is taken away after the test. */
async function folderOf(...files: readonly string[]): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'changes-')))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), 'before')
  }
  return folder
}

function watching(places: Partial<Places>, written: readonly string[] = []): Changes {
  const changes = new Changes(written)
  onTestFinished(() => changes.close())
  changes.watch({ folders: [], files: [], ...places })
  return changes
}

const next = (changes: Changes) => changes.next(new AbortController().signal)

describe('changes', () => {
  it('are those of all files in a folder, told together', async () => {
    const folder = await folderOf('a.ts', 'deep/below/b.py')
    const changes = watching({ folders: [folder] })
    await writeFile(join(folder, 'a.ts'), 'after')
    await writeFile(join(folder, 'deep/below/b.py'), 'after')
    expect(await next(changes)).toEqual([join(folder, 'a.ts'), join(folder, 'deep/below/b.py')])
  })

  it('are seen too where they came while nobody waited', async () => {
    const folder = await folderOf('a.ts', 'b.ts')
    const changes = watching({ folders: [folder] })
    await writeFile(join(folder, 'a.ts'), 'after')
    expect(await next(changes)).toEqual([join(folder, 'a.ts')])
    expect(changes.take()).toEqual([])
  })

  it('of a single file are seen where an editor puts another in its place', async () => {
    const folder = await folderOf('config.yaml', 'beside.txt')
    const changes = watching({ files: [join(folder, 'config.yaml')] })
    await writeFile(join(folder, 'beside.txt'), 'after')
    await writeFile(join(folder, 'new'), 'after')
    await rename(join(folder, 'new'), join(folder, 'config.yaml'))
    expect(await next(changes)).toEqual([join(folder, 'config.yaml')])
  })

  it('are none where a tool writes: packages, caches, reports, and files that begin with a dot', async () => {
    const passedOver = [
      ...[
        'node_modules/a/index.js',
        '__pycache__/a.pyc',
        '.git/index',
        '.connector-contract/x.json',
      ],
      ...['a.log', 'a.ts~', '.a.ts.swp', 'report.json'],
    ]
    const folder = await folderOf('a.ts', ...passedOver)
    const changes = watching({ folders: [folder] }, [join(folder, 'report.json')])
    for (const file of passedOver) await writeFile(join(folder, file), 'after')
    await writeFile(join(folder, 'a.ts'), 'after')
    expect(await next(changes)).toEqual([join(folder, 'a.ts')])
  })

  it('are not waited for once it is to stop', async () => {
    const changes = watching({ folders: [await folderOf('a.ts')] })
    const stop = new AbortController()
    const waiting = changes.next(stop.signal)
    stop.abort()
    expect(await waiting).toEqual([])
    expect(await changes.next(stop.signal)).toEqual([])
  })
})
