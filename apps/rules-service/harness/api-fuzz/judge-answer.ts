import { Problem } from '@workplan/domain'

/** An answer as it came, whoever sent it. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
  milliseconds: number
}

const SLOWEST_MS = 2_000
/** What an answer must not tell of our inside: places in the program, statements, the driver's words. */
const INSIDE =
  /\bat .+\.(ts|js|mjs):\d+|node_modules|node:internal|\bselect .+ from |insert into|relation "|pg_|ECONN|SQLSTATE/i

/** What is wrong with an answer to a bad request; nothing for a refusal as it should be, or an answer to a reading. */
export function faultsOf(
  answer: Answer,
  { method, mayBeAnswered }: { method: string; mayBeAnswered: boolean },
) {
  const { status, headers, text, milliseconds } = answer
  const faults: string[] = []
  if (status >= 500) faults.push(`answered ${status}`)
  if (status < 400 && !mayBeAnswered) faults.push(`accepted with ${status}`)
  if (milliseconds > SLOWEST_MS) faults.push(`took ${Math.round(milliseconds)} ms`)
  if (status >= 400 && INSIDE.test(text)) faults.push('tells of the inside')
  if (status >= 400 && !isProblem(answer, method)) faults.push('is no problem+json')
  if (headers['content-security-policy'] === undefined) faults.push('has no page policy')
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('may be sniffed')
  return faults
}

function isProblem({ status, headers, text }: Answer, method: string): boolean {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return false
  if (method === 'HEAD') return text === ''
  try {
    return Problem.parse(JSON.parse(text)).status === status
  } catch {
    return false
  }
}

/** The answers in what came over a connection, the first of which is what counts. */
export function readRaw(text: string): Omit<Answer, 'milliseconds'> | null {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])
  if (Number.isNaN(status)) return null
  const end = text.indexOf('\r\n\r\n')
  const lines = text.slice(0, end).split('\r\n').slice(1)
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const length = Number(headers['content-length'] ?? text.length)
  return { status, headers, text: Buffer.from(text.slice(end + 4, end + 4 + length), 'latin1').toString() }
}
