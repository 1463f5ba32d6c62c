import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { firstLoadProblems, measureFirstLoad } from './first-load.ts'

const page = `<!doctype html><html><head>
<script type="module" crossorigin src="/adult/assets/index.js"></script>
<link rel="modulepreload" crossorigin href="/adult/assets/vue.js">
<link rel="stylesheet" href="/_shared/workplan.css?v=1">
<link rel="icon" href="/_shared/icon.svg">
</head></html>`

function reader(files: Record<string, string | Buffer>) {
  return (path: string) => (files[path] === undefined ? undefined : Buffer.from(files[path]))
}

describe('measureFirstLoad', () => {
  it('counts scripts, preloads, static imports and stylesheets once, and leaves dynamic imports out', () => {
    const load = measureFirstLoad(
      page,
      '/adult/index.html',
      reader({
        '/adult/assets/index.js':
          'import{a as b}from"./vue.js";import"./side.js";const p=()=>import("./page.js");',
        '/adult/assets/vue.js': 'export*from"./deep.js";',
        '/adult/assets/side.js': "import t,{u}from'./vue.js'",
        '/adult/assets/deep.js': 'export const a = 1',
        '/adult/assets/page.js': 'export default 1',
        '/_shared/workplan.css': 'body{margin:0}',
      }),
    )
    expect(load.files.toSorted()).toEqual([
      '/_shared/workplan.css',
      '/adult/assets/deep.js',
      '/adult/assets/index.js',
      '/adult/assets/side.js',
      '/adult/assets/vue.js',
    ])
    expect(load.missing).toEqual([])
    expect(load.js).toBeGreaterThan(0)
    expect(load.css).toBeGreaterThan(0)
  })

  it('names a file that the page asks for and nobody built', () => {
    const load = measureFirstLoad(
      '<script src="/adult/assets/gone.js"></script>',
      '/adult/index.html',
      reader({}),
    )
    expect(firstLoadProblems('adult', load)).toEqual([
      'adult: its page asks for /adult/assets/gone.js, which no build made',
    ])
  })

  it('says by how much a first load is over the budget', () => {
    const load = measureFirstLoad(
      '<script src="./big.js"></script><link rel=stylesheet href="/big.css">',
      '/adult/index.html',
      reader({ '/adult/big.js': randomBytes(80_000), '/big.css': randomBytes(36_000) }),
    )
    const problems = firstLoadProblems('adult', load)
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatch(/^adult: first load is 80\.\d kB of gzipped js, the budget is 70\.0 kB/)
    expect(problems[1]).toMatch(/^adult: first load is 36\.\d kB of gzipped css, the budget is 35\.0 kB/)
  })
})
