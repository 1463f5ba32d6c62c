import { describe, expect, it } from 'vitest'
import { machineTraces } from './machine-traces.ts'

/** Builds the path from its parts, so that this file holds no trace of its own. */
const absolute = (...parts: string[]) => ['', ...parts].join('/')

describe('machineTraces', () => {
  it('finds paths of one machine, with the line', () => {
    const text = `first\nsee ${absolute('home', 'someone', 'notes.md')}\n`
    expect(machineTraces([{ path: 'docs/a.md', text }])).toEqual([
      `docs/a.md:2: ${absolute('home', 'someone', 'notes.md')} is a path of one machine`,
    ])
  })

  it('finds fixed temporary paths and registries', () => {
    const host = ['https:', '', 'registry.example.org'].join('/')
    const setting = ['registry', 'https'].join('=')
    const problems = machineTraces([
      { path: 'a.ts', text: absolute('tmp', 'file') },
      { path: 'pnpm-lock.yaml', text: `tarball: ${host}` },
      { path: '.npmrc', text: setting },
    ])
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['a.ts', 'pnpm-lock.yaml', '.npmrc'])
  })

  it('leaves routes, relative paths and other addresses alone', () => {
    const text = "'/api/programmes' './work/x' '../home/x' '/workforce/' 'https://example.org/registry'"
    expect(machineTraces([{ path: 'a.ts', text }])).toEqual([])
  })
})
