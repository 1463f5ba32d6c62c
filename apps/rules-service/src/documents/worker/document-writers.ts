import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError } from '../../errors.ts'
import type { DocumentAnswer, DocumentJob } from './document-job.ts'

/** Most milliseconds that one document may take on a busy machine, and most memory, in megabytes. */
const WRITTEN_WITHIN_MS = 15_000
const MOST_MEMORY_MB = 512

const WRITER = join(import.meta.dirname, 'document-writer.ts')

export interface DocumentWriters {
  /**
   * Does a job in another process. Throws `too-busy` when it takes too long, and `invalid-input` for a template that is
   * refused.
   */
  write(job: DocumentJob): Promise<Uint8Array<ArrayBuffer>>
  /** Starts a writer ahead, so that the first document need not wait until the libraries are loaded. */
  warm(): void
  /** Ends every writer, also one that writes. */
  stop(): Promise<void>
}

/**
 * Processes that write documents: whatever a library does there, the service goes on. One that has written a document is
 * kept for the next; of those that write at the same time only one is kept, and one in which anything went wrong is not.
 */
export function createDocumentWriters({ writtenWithinMs = WRITTEN_WITHIN_MS } = {}): DocumentWriters {
  const writers = new Set<ChildProcess>()
  let ready: ChildProcess | null = null

  function start(): ChildProcess {
    const writer = startWriter()
    writers.add(writer)
    writer.once('exit', () => {
      writers.delete(writer)
      if (ready === writer) ready = null
    })
    return writer
  }

  return {
    async write(job) {
      const writer = ready ?? start()
      ready = null
      try {
        const file = await written(writer, job, writtenWithinMs)
        if (ready === null) ready = writer
        return file
      } finally {
        if (ready !== writer) await end(writer)
      }
    },
    warm() {
      if (writers.size === 0) ready = start()
    },
    async stop() {
      await Promise.all([...writers].map(end))
    },
  }
}

/** A writer knows no secret of the service, writes no file and starts no program. */
function startWriter(): ChildProcess {
  const cache = getCompileCacheDir()
  const writer = fork(WRITER, {
    execArgv: [
      `--max-old-space-size=${MOST_MEMORY_MB}`,
      '--permission',
      '--allow-fs-read=*',
      ...(cache === undefined ? [] : [`--allow-fs-write=${dirname(cache)}`]),
    ],
    env: cache === undefined ? {} : { NODE_COMPILE_CACHE: dirname(cache) },
    serialization: 'advanced',
    // What a library prints is no message of ours.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // When it breaks while nobody waits, the next document starts another.
  writer.on('error', () => undefined)
  rest(writer)
  return writer
}

async function written(
  writer: ChildProcess,
  job: DocumentJob,
  withinMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<DocumentAnswer>()
  const exited = (code: number | null) =>
    reject(new Error(`the writer of documents ended with code ${code ?? 'none'}`))
  const timer = setTimeout(() => reject(new AppError('too-busy', TOO_SLOW)), withinMs)
  writer.ref()
  writer.channel?.ref()
  writer.once('message', resolve).once('error', reject).once('exit', exited)
  writer.send(job)
  try {
    const answer = await promise
    if ('error' in answer) throw answer.error
    if ('refused' in answer) throw new AppError('invalid-input', `${answer.refused} Nothing was changed.`)
    return answer.file
  } finally {
    clearTimeout(timer)
    writer.off('message', resolve).off('error', reject).off('exit', exited)
    rest(writer)
  }
}

/** A writer that waits keeps no process alive. */
function rest(writer: ChildProcess): void {
  writer.unref()
  writer.channel?.unref()
}

async function end(writer: ChildProcess): Promise<void> {
  if (writer.exitCode !== null || writer.signalCode !== null) return
  const ended = once(writer, 'exit')
  writer.ref()
  writer.kill('SIGKILL')
  await ended
}

const TOO_SLOW =
  'The document took too long to make, perhaps because much else is going on. Try again in a minute.'
