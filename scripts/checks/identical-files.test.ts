import { describe, expect, it } from 'vitest'
import { identicalFiles } from './identical-files.ts'

describe('identicalFiles', () => {
  it('names the files that two apps share byte for byte', () => {
    const problems = identicalFiles([
      { path: 'apps/adult/src/a.ts', text: 'export const a = 1\n' },
      { path: 'apps/children/src/b.ts', text: 'export const a = 1\n' },
      { path: 'apps/workforce/src/c.ts', text: 'export const a = 2\n' },
    ])
    expect(problems).toEqual([
      'apps/adult/src/a.ts = apps/children/src/b.ts: keep it once in packages/shell (or packages/ui) and import it',
    ])
  })

  it('lets one app repeat itself and ignores empty files', () => {
    const files = [
      { path: 'apps/adult/src/a.ts', text: 'same' },
      { path: 'apps/adult/src/b.ts', text: 'same' },
      { path: 'apps/adult/src/empty.ts', text: '\n' },
      { path: 'apps/children/src/empty.ts', text: '\n' },
    ]
    expect(identicalFiles(files)).toEqual([])
  })
})
