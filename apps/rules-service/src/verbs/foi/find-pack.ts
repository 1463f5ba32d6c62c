import type { FoiPack } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { recordKey, type LoadedProgramme } from '../../store/programme.ts'
import type { Change } from '../../store/store.ts'

/** A return and its version; throws `not-found`. */
export function findPack(
  { state, versions }: LoadedProgramme,
  id: string,
): { pack: FoiPack; version: number } {
  const pack = state.records['foi-pack'].find((candidate) => candidate.id === id)
  if (!pack) throw new AppError('not-found', 'There is no such FOI pack in this programme.')
  return { pack, version: versions.get(recordKey('foi-pack', id)) ?? 1 }
}

/** The return to be changed. Throws `not-found`, `stale-version`, and `conflict` once it is approved or withdrawn. */
export async function packToChange(change: Change, id: string, expectedVersion: number): Promise<FoiPack> {
  const { pack } = findPack(change.before, id)
  await change.requireVersion('foi-pack', id, expectedVersion, () => pack)
  if (pack.state === 'approved')
    throw new AppError('conflict', 'This FOI pack is approved, and what is approved does not change.')
  if (pack.state === 'withdrawn') throw new AppError('conflict', 'This FOI pack was withdrawn.')
  return pack
}
