import type { FactValue } from '@workplan/domain'

/** The facts of one subject; null or absent where a fact is not known. */
export type Facts = Readonly<Record<string, FactValue | undefined>>
