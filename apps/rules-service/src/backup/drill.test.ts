import { expect, it } from 'vitest'
import { testDatabaseUrl } from '../testing/config.ts'
import { drill } from '../testing/restore-drill.ts'

it('the example programmes, changed, backed up and restored, are what they were, and are served as they were', async () => {
  const { differences, rows } = await drill({ changes: 6, seed: 7, through: testDatabaseUrl ?? null })
  expect(differences).toEqual([])
  expect(rows).toBeGreaterThan(2_000)
}, 180_000)
