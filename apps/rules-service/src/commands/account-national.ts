import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { INVITATION_DAYS } from '../sign-in/invitations.ts'
import { openConfiguredDatabase } from '../store/open-database.ts'
import {
  addNationalViewer,
  endNationalViewer,
  listNationalViewers,
  removeNationalViewer,
} from '../verbs/people/national-viewers.ts'
import { exitCode, readArguments, runToTheEnd, tell, UsageError } from './command-line.ts'

const help = `pnpm account:national -- --name <name> [--title <title>]
pnpm account:national -- --end <id>
pnpm account:national -- --remove <id>
pnpm account:national -- --list

Makes somebody who may look at every programme and change nothing, and prints the one-time link by which they come in;
switches such a person off, with every session of theirs; takes their name and account out for good; or says who they
are.

All settings are read from the environment, as by the service. Whoever has the link can come in with it once, for ${INVITATION_DAYS} days.

Ends with 0 when it is done, 1 when it is not, 2 when called in another way.
`

await runToTheEnd('Nothing was changed', help, async () => {
  const text = { type: 'string' } as const
  const { values } = readArguments({
    name: text,
    title: text,
    end: text,
    remove: text,
    list: { type: 'boolean' },
  })
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  const { name, title = 'National viewer', end, remove, list } = values
  if ([name, end, remove, list].filter(Boolean).length !== 1)
    throw new UsageError('give one of --name, --end, --remove and --list')
  const config = readConfig()
  const { database, close } = await openConfiguredDatabase(config, pino({ level: 'silent' }), tell)
  const sources = { database, now: () => new Date() }
  try {
    if (end) await endNationalViewer(sources, end)
    if (remove) await removeNationalViewer(sources, remove)
    if (list)
      for (const person of await listNationalViewers(database))
        process.stdout.write(`${person.id}  ${person.name}, ${person.title}\n`)
    if (name) {
      const { invitation } = await addNationalViewer(sources, { name, title })
      const address = config.publicUrl ?? `http://${config.host}:${config.port}`
      process.stdout.write(`${address}/governance/#invitation=${invitation}\n`)
    }
    return exitCode.done
  } finally {
    await close()
  }
})
