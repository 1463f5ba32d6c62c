/** Everything in a tar file comes in blocks of this many bytes. */
export const BLOCK = 512

/** The end of a tar file: two empty blocks. */
export const END = Buffer.alloc(2 * BLOCK)

const NAME_BYTES = 100

export interface Heading {
  name: string
  /** The length of the content, in bytes. */
  size: number
}

/**
 * The heading of a file in a tar archive (POSIX ustar). Owner, date and rights are always the same, so that there is
 * one way only to write it. Throws RangeError when the name or size does not fit.
 */
export function headingBlock({ name, size }: Heading): Buffer {
  if (Buffer.byteLength(name) > NAME_BYTES || size > 0o77777777777)
    throw new RangeError(`${name} (${size} bytes) does not fit a tar heading`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 'ascii')
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${octal(size)}\0`, 124)
  block.write(`${octal(0)}\0`, 136)
  block.fill(' ', 148, 156)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** What a heading says, or null when it is not exactly as `headingBlock` writes it. */
export function readHeading(block: Buffer): Heading | null {
  const end = block.indexOf(0)
  const name = block.toString('ascii', 0, end === -1 ? NAME_BYTES : Math.min(end, NAME_BYTES))
  const size = Number.parseInt(block.toString('ascii', 124, 135), 8)
  if (!Number.isSafeInteger(size)) return null
  const heading = { name, size }
  return headingBlock(heading).equals(block) ? heading : null
}

/** How many zeros follow a content of this length, up to the next block. */
export function paddingAfter(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}
