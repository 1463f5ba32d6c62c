import type { Mutant } from './mutants.ts'

/** A file's text with the mutant's change; throws when the text to be changed does not stand there exactly once. */
export function applyMutant({ name, file, text, replacement }: Mutant, source: string): string {
  const [before, after, ...more] = source.split(text)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `${name}: its text stands ${more.length + (after === undefined ? 0 : 1)} times in ${file}, not once`,
    )
  return `${before}${replacement}${after}`
}
