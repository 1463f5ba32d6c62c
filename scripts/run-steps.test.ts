import { describe, expect, it } from 'vitest'
import { runSteps, type Step } from './run-steps.ts'

const step = (name: string, run: Step['run']): Step => ({ name, remedy: `mend ${name}`, run })

describe('runSteps', () => {
  it('goes on after a failure, says what to do, and counts the failed steps', async () => {
    const lines: string[] = []
    const failed = await runSteps(
      [
        step('one', async () => ['a is wrong', 'b is wrong']),
        step('two', async () => []),
        step('three', () => Promise.reject(new Error('no such tool'))),
      ],
      (line) => lines.push(line),
    )
    expect(failed).toBe(2)
    const text = lines.join('\n')
    expect(text).toMatch(/FAILED {2}one .*\n\s+a is wrong\n\s+b is wrong\n\s+What to do: mend one/)
    expect(text).toMatch(/ok {6}two/)
    expect(text).toMatch(/FAILED {2}three[\s\S]*no such tool/)
  })
})
