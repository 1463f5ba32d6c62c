import { describe, expect, it } from 'vitest'
import { buildNotices, failedPackages } from './build-notices.ts'

describe('failedPackages', () => {
  it('reads the list at the end of a turbo run', () => {
    const output =
      ' Tasks:    3 successful, 5 total\n Failed:    @workplan/adult#build, @workplan/ui#build\n\n ERROR  run failed'
    expect(failedPackages(output)).toEqual(['adult', 'ui'])
  })

  it('finds none in a run that went well', () => {
    expect(failedPackages(' Tasks:    5 successful, 5 total\n  Time:    89ms >>> FULL TURBO\n')).toEqual([])
  })
})

describe('buildNotices', () => {
  it('names an app without a page and one whose page is old, and no other', () => {
    const notices = buildNotices(['adult', 'children', 'workforce'], {
      failed: ['adult', 'children'],
      withPage: ['children', 'workforce'],
    })
    expect(notices).toEqual([
      'adult was not built: /adult/ says so, the other apps work.',
      'children could not be built: /children/ shows its last good build.',
    ])
  })
})
