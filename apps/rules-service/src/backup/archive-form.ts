import { z } from 'zod'

/** The form of archives that this version writes and reads. */
export const FORM = 1

export const READ_ME = 'README.txt'
export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
/** The folder, in the archive, of the signed heads of journals. */
export const SIGNED_HEADS = 'signed-heads'

/** The first line says what the file is, to people and to `verifyArchive`. */
export const readMe = `Workplan backup, form ${FORM}

Everything here can be read without Workplan.

tables/<table>/<number>.ndjson.gz  the rows, one JSON object a line; every value is a text as PostgreSQL writes it
${SIGNED_HEADS}/<number>.ndjson.gz    the ends of the journals, signed, as they were kept outside the database
${MANIFEST}                      versions, tables with their numbers of rows and SHA-256, ends of the journals
${SUMS}                         check with: sha256sum --check ${SUMS}

It holds names, e-mail addresses and encrypted passwords. Keep it where only those may read it who may read the database.
`

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().nonnegative()

const Lines = z.strictObject({
  rows: Count,
  parts: Count,
  /** Over all lines, each with its line feed. */
  sha256: Sha256,
})

export const ManifestTable = Lines.extend({ name: z.string(), columns: z.array(z.string()) })
export type ManifestTable = z.infer<typeof ManifestTable>

/** What an archive says of itself. */
export const Manifest = z.strictObject({
  form: z.literal(FORM),
  /** The versions of Workplan and PostgreSQL that it was made with; for people to read. */
  product: z.string(),
  postgresql: z.string(),
  madeAt: z.iso.datetime(),
  /** Null when it holds everything. */
  programme: z.string().nullable(),
  /** The migrations that the database had, oldest first. */
  migrations: z.array(z.strictObject({ name: z.string(), hash: Sha256 })),
  /** In an order in which no table refers to a later one. */
  tables: z.array(ManifestTable),
  heads: z.array(z.strictObject({ programme: z.string(), seq: Count, hash: z.string() })),
  signedHeads: Lines.extend({ publicKey: z.string() }).nullable(),
})
export type Manifest = z.infer<typeof Manifest>

/** The name of a part in the archive. */
export function partName(folder: string, number: number): string {
  return `${folder}/${String(number).padStart(6, '0')}.ndjson.gz`
}

/** The folder of a table in the archive. */
export function tableFolder(table: string): string {
  return `tables/${table}`
}
