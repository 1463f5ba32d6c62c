import { performance } from 'node:perf_hooks'

/** One thing that is verified: its name, what to do when it fails, and the problems it finds (none when all is well). */
export interface Step {
  name: string
  remedy: string
  run: () => Promise<string[]>
}

/** Runs every step, also after a failure, and says of each how long it took. Answers how many failed. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<number> {
  let failed = 0
  for (const step of steps) {
    const started = performance.now()
    const problems = await problemsOf(step)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s)`)
    if (problems.length === 0) continue
    failed += 1
    for (const problem of problems) say(indent(problem))
    say(`        What to do: ${step.remedy}`)
  }
  return failed
}

async function problemsOf(step: Step): Promise<string[]> {
  try {
    return await step.run()
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '        ')
}
