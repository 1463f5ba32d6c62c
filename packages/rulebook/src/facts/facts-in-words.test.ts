import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { factCatalogue } from './catalogue.ts'
import { factsInWords } from './facts-in-words.ts'

const GUIDE = new URL('../../../../docs/writing-rules.md', import.meta.url)
const GENERATED =
  '<!-- From here on written by the test of the facts: `vitest run -u` in packages/rulebook. -->\n'

it('lists each kind of subject and its facts with type, label and meaning', () => {
  expect(
    factsInWords({
      task: { daysLate: { label: 'Days late', type: 'number', unit: 'day', description: 'Since the date.' } },
      duty: {
        tasks: {
          label: 'Tasks',
          type: 'table',
          of: 'number',
          keys: { done: 'that are done', blocked: 'that are blocked' },
          description: 'By status.',
        },
      },
    }),
  ).toBe(`### duty

- \`tasks\` (table of number: \`done\`, \`blocked\`): **Tasks.** By status.

### task

- \`daysLate\` (number, day): **Days late.** Since the date.
`)
})

it('the guide for writing rules lists every fact as it is declared', async () => {
  const [guide] = readFileSync(GUIDE, 'utf8').split(GENERATED)
  await expect(`${guide}${GENERATED}\n${factsInWords(factCatalogue)}`).toMatchFileSnapshot(GUIDE.pathname)
})
