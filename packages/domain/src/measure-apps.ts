import type { Requirement } from './framework.ts'
import { WorkstreamApp } from './vocabulary.ts'

/** The apps whose leads answer a measure: those of the people it names; one for all ages is for adults and for children. */
export function appsOfMeasure({ audience }: Pick<Requirement, 'audience'>): WorkstreamApp[] {
  const named: readonly string[] = audience
  return WorkstreamApp.options.filter(
    (app) => named.includes(app) || (app !== 'workforce' && named.includes('all')),
  )
}
