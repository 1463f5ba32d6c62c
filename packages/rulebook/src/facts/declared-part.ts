import type { FactPath } from '../rule/fact-path.ts'
import type { FactDeclaration } from './declaration.ts'

/**
 * What a part of a fact is, with a label that names it: a member of a table, an entry of a list, or the fact itself for
 * no steps at all. Null when the fact has no such part.
 */
export function declaredPart(declared: FactDeclaration, steps: FactPath): FactDeclaration | null {
  if (steps.length === 0) return declared
  const [step] = steps
  if (step === undefined || steps.length > 1) return null
  const { label, description, unit } = declared
  if (declared.type === 'list' && typeof step === 'number')
    return { label: `${label}, number ${step + 1}`, type: 'text', description }
  if (declared.type !== 'table' || typeof step === 'number' || !Object.hasOwn(declared.keys, step))
    return null
  return { label: `${label} ${declared.keys[step]}`, type: declared.of, unit, description }
}
