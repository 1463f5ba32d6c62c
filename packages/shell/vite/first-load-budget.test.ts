import { brotliCompressSync, constants } from 'node:zlib'
import type { Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { budgetProblems, weighFirstLoad } from './first-load-budget.ts'

function chunk(fileName: string, given: Partial<Rolldown.OutputChunk> = {}): Rolldown.OutputChunk {
  return {
    type: 'chunk',
    fileName,
    name: fileName,
    code: `// ${fileName} ${'0123456789'.repeat(fileName.length * 40)}`,
    imports: [],
    dynamicImports: [],
    moduleIds: [],
    isEntry: false,
    ...given,
  } as Rolldown.OutputChunk
}

function kB(contents: string[]): number {
  const asSent = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return contents.reduce((sum, content) => sum + brotliCompressSync(content, asSent).byteLength, 0) / 1000
}

const main = chunk('main.js', {
  isEntry: true,
  imports: ['vendor.js'],
  dynamicImports: ['light.js', 'a-heavy-page.js'],
})
const vendor = chunk('vendor.js')
const light = chunk('light.js', { name: 'HomePage' })
const heavy = chunk('a-heavy-page.js', {
  imports: ['part.js', 'vendor.js'],
  dynamicImports: ['a-form-that-is-opened-later.js'],
})
const part = chunk('part.js')
const later = chunk('a-form-that-is-opened-later.js')
const files = [main, vendor, light, heavy, part, later]

describe('the first load of an app', () => {
  it('is the entry, the page an app opens at and what they import, each once', () => {
    const expected = kB([main, vendor, light].map(({ code }) => code))
    expect(weighFirstLoad(files, '').scriptKB).toBeCloseTo(expected)
  })

  it('is known of the heaviest page too; not what a page opens later', () => {
    const expected = kB([main, vendor, heavy, part].map(({ code }) => code))
    const weights = weighFirstLoad(files, '')
    expect(weights.pageKB).toBeCloseTo(expected)
    expect(weights.heaviest).toBe('a-heavy-page.js')
  })

  it('counts the shared stylesheet', () => {
    expect(weighFirstLoad(files, 'a { color: red }').styleKB).toBeCloseTo(kB(['a { color: red }']))
  })

  it('may not outgrow its budget, nor hold zod', () => {
    const zod = chunk('page.js', {
      moduleIds: ['/repo/node_modules/.pnpm/zod@4.6.7/node_modules/zod/index.js'],
    })
    const weights = weighFirstLoad([...files, zod], 'a { color: red }')
    expect(budgetProblems(weights, { scriptKB: 10, pageKB: 10, styleKB: 10 })).toEqual([
      expect.stringContaining('zod is in page.js'),
    ])
    expect(budgetProblems(weights, { scriptKB: 0.01, pageKB: 0.01, styleKB: 0.01 })).toHaveLength(4)
  })
})
