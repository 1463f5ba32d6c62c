// @vitest-environment node
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStyles } from './build.ts'

const LIMIT_BYTES = 35_000

describe('buildStyles', () => {
  let folder = ''
  let css = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workplan-ui-'))
    await buildStyles(folder)
    css = await readFile(join(folder, 'workplan.css'), 'utf8')
  }, 30_000)

  afterAll(() => rm(folder, { recursive: true }))

  it('is at most 35 kB on the wire', () => {
    expect(gzipSync(css, { level: 9 }).byteLength).toBeLessThanOrEqual(LIMIT_BYTES)
    expect(brotliCompressSync(css).byteLength).toBeLessThanOrEqual(LIMIT_BYTES)
  })

  it('sets the page in Arial and fetches nothing from elsewhere', () => {
    expect(css).toContain('html{font-family:arial,sans-serif}')
    expect(css.toLowerCase()).not.toContain('frutiger')
    expect(css).not.toContain('@font-face')
    expect(css).not.toMatch(/url\(["']?(?:https?:)?\/\//)
    expect(css).not.toContain('assets.nhs.uk')
  })

  it('brings every picture that it points to', () => {
    const pictures = [...css.matchAll(/url\("\/_shared\/([^"]+)"\)/g)].map(([, path = '']) => path)
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((picture) => !existsSync(join(folder, picture)))).toEqual([])
  })

  it('gives tabs their look without a class on the body', () => {
    expect(css).toContain(':root .nhsuk-tabs__list-item--selected')
    expect(css).not.toMatch(/(?<!:not\()\.nhsuk-frontend-supported/)
  })

  it('minds what readers ask of their system', () => {
    expect(css).toContain('prefers-reduced-motion')
    expect(css).toContain('forced-colors: active')
    expect(css).toContain('@media print')
  })
})
