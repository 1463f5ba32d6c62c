/** The oldest version of a package that may be used, or null for one that may not, and what is wrong below it. */
export interface Floor {
  name: string
  atLeast: string | null
  because: string
}

/** Faults that were found in what we use, by the version that mended them; the registry's own list needs a network. */
export const floors: readonly Floor[] = [
  {
    name: 'hono',
    atLeast: '4.13.5',
    because: 'older ones trust a false body length, serve files by encoded paths and reflect any origin',
  },
  {
    name: '@hono/node-server',
    atLeast: '2.0.10',
    because: 'older ones serve files past the guards by doubled and encoded slashes',
  },
  {
    name: 'better-auth',
    atLeast: '1.6.22',
    because: 'older ones let an unverified e-mail address take over an account',
  },
  {
    name: 'jsonpath-plus',
    atLeast: '11.0.0',
    because: 'older ones run code from a path',
  },
  {
    name: 'drizzle-orm',
    atLeast: '0.45.2',
    because: 'older ones do not escape quotation marks in names of tables and columns',
  },
  {
    name: 'nodemailer',
    atLeast: '9.1.1',
    because: 'older ones can be made to write to another domain, or to add a header of somebody else’s',
  },
  {
    name: 'mammoth',
    atLeast: '1.11.0',
    because: 'older ones read any file that a document names',
  },
  {
    name: 'xlsx',
    atLeast: null,
    because: 'the one in the registry is frozen with known faults',
  },
]

/** One problem for each locked package below its floor; `locked` are the keys of the lockfile, as `hono@4.13.19`. */
export function belowFloor(locked: readonly string[], table: readonly Floor[] = floors): string[] {
  return locked.flatMap((key) => {
    const at = key.lastIndexOf('@')
    const [name, version] = [key.slice(0, at), key.slice(at + 1)]
    const floor = table.find((candidate) => candidate.name === name)
    if (!floor || (floor.atLeast !== null && isAtLeast(version, floor.atLeast))) return []
    const needed = floor.atLeast === null ? 'must not be used' : `must be ${floor.atLeast} or newer`
    return [`${name} ${version}: ${needed}, for ${floor.because}`]
  })
}

/** A version before a release, as 2.0.0-rc.1, comes before it. */
function isAtLeast(version: string, floor: string): boolean {
  const [release = '', before] = version.split(/-(.*)/s)
  const [own, needed] = [release, floor].map((text) => text.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (own?.[place] ?? Number.NaN) - (needed?.[place] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return before === undefined
}
