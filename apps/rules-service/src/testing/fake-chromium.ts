import { chmod, writeFile } from 'node:fs/promises'

interface FakeChromium {
  /** What it prints before the page that it was given. */
  before?: string
  /** The command of the DevTools protocol that it refuses. */
  refuses?: string
}

/** Writes a program that takes the place of Chromium: it speaks the DevTools protocol over its pipe, and prints the page as it is. */
export async function writeFakeChromium(path: string, fake: FakeChromium = {}): Promise<string> {
  const script = `#!${process.execPath}
const { before = '', refuses } = ${JSON.stringify(fake)}
${SPEAKS}`
  await writeFile(path, script)
  await chmod(path, 0o755)
  return path
}

const SPEAKS = `
const { createReadStream, createWriteStream, readFileSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const out = createWriteStream(null, { fd: 4 })
const say = (message) => out.write(JSON.stringify(message) + '\\0')
let page = ''
let rest = ''
const ANSWERS = {
  'Target.createTarget': () => ({ targetId: 'one' }),
  'Target.attachToTarget': () => ({ sessionId: 'session' }),
  'Page.navigate': ({ url }) => { page = readFileSync(fileURLToPath(url), 'latin1'); return {} },
  'Page.printToPDF': () => ({ data: Buffer.from(before + page, 'latin1').toString('base64') }),
}
createReadStream(null, { fd: 3 }).on('data', (chunk) => {
  rest += chunk
  const messages = rest.split('\\0')
  rest = messages.pop()
  for (const { id, method, params, sessionId } of messages.map((text) => JSON.parse(text))) {
    if (method === refuses) { say({ id, error: { message: 'No printer' } }); continue }
    say({ id, sessionId, result: ANSWERS[method]?.(params) ?? {} })
    if (method === 'Page.navigate') say({ method: 'Page.loadEventFired', sessionId, params: {} })
  }
})
`
