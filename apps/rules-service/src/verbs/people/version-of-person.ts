import type { ManagedPerson } from '@workplan/domain'
import { canonicalJson, sha256 } from '../../store/canonical-json.ts'

/**
 * The version of what a programme office decides about somebody: their roles, whether they are switched on, and why their
 * data are held. The same for the same content, below a thousand million.
 */
export function versionOfPerson({
  roles,
  disabled,
  heldBecause,
}: Pick<ManagedPerson, 'roles' | 'heldBecause'> & { disabled: boolean }): number {
  return Number.parseInt(sha256(canonicalJson([roles, disabled, heldBecause])).slice(0, 12), 16) % 1e9
}
