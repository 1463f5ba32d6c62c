import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadRules } from '../rules.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'
import { flagsByRule } from './flags-by-rule.ts'

const REPORT = new URL('../../../../docs/rules-accuracy.md', import.meta.url)
const GENERATED =
  '<!-- From here on written by the test of the report: `vitest run src/commands -u` in apps/rules-service. -->\n'

it('the report on accuracy counts the flags of both examples as they are raised', async () => {
  const [report] = readFileSync(REPORT, 'utf8').split(GENERATED)
  const examples = [exampleProgramme('bnssg'), exampleProgramme('northamptonshire')]
  const counted = flagsByRule(examples, loadRules())
  await expect(`${report}${GENERATED}\n${counted}`).toMatchFileSnapshot(REPORT.pathname)
})
