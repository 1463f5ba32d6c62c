import type { VariantMeasurement } from './measure-variant.ts'

/** True when all measurements found the same flags in each programme that they have in common, and there are some. */
export function sameFlags(measurements: readonly Pick<VariantMeasurement, 'checksums'>[]): boolean {
  const longest = measurements.reduce<readonly string[]>(
    (most, { checksums }) => (checksums.length > most.length ? checksums : most),
    [],
  )
  return (
    longest.length > 0 &&
    measurements.every(
      ({ checksums }) =>
        checksums.length > 0 && checksums.every((checksum, programme) => checksum === longest[programme]),
    )
  )
}
