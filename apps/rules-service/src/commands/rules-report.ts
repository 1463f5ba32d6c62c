import { loadExampleProgrammes } from '@workplan/example-programmes'
import { loadRules } from '../rules.ts'
import { dayInEngland } from '../store/today.ts'
import { flagLines } from './flag-lines.ts'

const rules = loadRules()
const states = loadExampleProgrammes(new Set(rules.library.requirements.keys()))
const asked = process.argv.slice(2).filter((word) => word !== '--')
const known = states.map(({ programme }) => programme.id)
const unknown = asked.filter((id) => !known.includes(id))

if (unknown.length > 0) {
  process.stderr.write(
    `There is no example programme ${unknown.join(', ')}. There are ${known.join(' and ')}.\n`,
  )
  process.exitCode = 1
} else {
  for (const state of states.filter(({ programme }) => asked.length === 0 || asked.includes(programme.id)))
    process.stdout.write(
      `${flagLines(state, state.programme.pinnedTo ?? dayInEngland(new Date()), rules).join('\n')}\n\n`,
    )
}
