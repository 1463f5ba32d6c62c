import type { ComparedValue } from '@workplan/domain'
import type { Facts } from '../facts.ts'
import { readFact } from '../read-fact.ts'
import type { ProgramColumn } from './compile-program.ts'

/** The values of one fact, one for each subject; null or undefined where it is not known. */
export type FactColumn = (ComparedValue | undefined)[]

/** Reads the columns of a program from the facts of many subjects. They hold good until it is called again. */
export type ReadColumns = (factSets: readonly Facts[]) => readonly FactColumn[]

/**
 * A reader of these columns. Subjects of a kind mostly have the same facts in the same order: those are walked through,
 * which is several times faster than asking for each fact by its name. Its lists are used again for the next programme,
 * because making them anew takes longer than filling them.
 */
export function columnReader(columns: readonly ProgramColumn[]): ReadColumns {
  const filled = columns.map((): FactColumn => [])
  return (factSets) => {
    const names = Object.keys(factSets[0] ?? {})
    const order = names.map((): FactColumn | null => null)
    for (const [index, column] of columns.entries()) {
      const values = filled[index] as FactColumn
      const place = column.steps.length === 0 ? names.indexOf(column.fact) : -1
      if (place === -1) fillByName(values, column, factSets)
      else order[place] = values
    }
    for (let subject = 0; subject < factSets.length; subject += 1) {
      const facts = factSets[subject] as Facts
      if (!fillInOrder(order, names, facts, subject)) fillOutOfOrder(order, names, facts, subject)
    }
    return filled
  }
}

function fillByName(values: FactColumn, { fact, steps }: ProgramColumn, factSets: readonly Facts[]): void {
  for (let subject = 0; subject < factSets.length; subject += 1)
    values[subject] = readFact(factSets[subject] as Facts, fact, steps)
}

/** Fills in the facts of one subject; false when they are not those expected, in the order expected. */
function fillInOrder(
  order: readonly (FactColumn | null)[],
  names: readonly string[],
  facts: Facts,
  subject: number,
): boolean {
  let place = 0
  for (const name in facts) {
    if (name !== names[place]) return false
    const values = order[place]
    if (values) values[subject] = facts[name] as FactColumn[number]
    place += 1
  }
  return place === names.length
}

function fillOutOfOrder(
  order: readonly (FactColumn | null)[],
  names: readonly string[],
  facts: Facts,
  subject: number,
): void {
  for (const [place, values] of order.entries())
    if (values) values[subject] = readFact(facts, names[place] as string, [])
}
