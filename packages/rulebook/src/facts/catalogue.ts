import type { SubjectKind } from '@workplan/domain'

/** What a fact is: how people read it, its type and, for numbers, its unit. */
export interface FactDeclaration {
  label: string
  type: 'number' | 'text' | 'yes-no' | 'list' | 'date'
  unit?: string
  description: string
}

export type SubjectFacts = Readonly<Record<string, FactDeclaration>>

/** The facts declared for each kind of subject; a rule may use no other. */
export const factCatalogue: Readonly<Partial<Record<SubjectKind, SubjectFacts>>> = {}
