import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { loadRules } from '../rules.ts'
import { INVITATION_DAYS } from '../sign-in/invitations.ts'
import { createStore } from '../store/create-store.ts'
import { openConfiguredDatabase } from '../store/open-database.ts'
import { makeFirstAccount } from '../verbs/people/first-account.ts'
import { exitCode, readArguments, runToTheEnd, tell, UsageError } from './command-line.ts'

const help = `pnpm account:create -- --programme <id> --name <name> [--title <title>] [--organisation <name>]

Makes somebody the programme office of a programme, and prints the one-time link by which they come in. They invite
everybody else on the page 'People'.

  --programme <id>       the programme, as bnssg; it must be there unless --organisation is given
  --organisation <name>  adds the programme, for this organisation, when it is not there
  --name <name>          the person's name, as others will see it
  --title <title>        what they do; otherwise 'Programme office'

All settings are read from the environment, as by the service. Whoever has the link can come in with it once, for ${INVITATION_DAYS} days.

Ends with 0 when the account is made, 1 when it is not, 2 when called in another way.
`

await runToTheEnd('There is no account', help, async () => {
  const text = { type: 'string' } as const
  const { values } = readArguments({ programme: text, organisation: text, name: text, title: text })
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  const { programme, name, title = 'Programme office', organisation = null } = values
  if (!programme || !name) throw new UsageError('--programme and --name are needed')
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(programme))
    throw new UsageError('--programme must be lower-case words joined by hyphens')
  const config = readConfig()
  const opened = await openConfiguredDatabase(config, pino({ level: 'silent' }), tell)
  try {
    const rules = loadRules()
    const store = createStore({ database: opened.database, rules, now: () => new Date() })
    const { invitation } = await makeFirstAccount({ store, rules }, { programme, organisation, name, title })
    const address = config.publicUrl ?? `http://${config.host}:${config.port}`
    process.stdout.write(`${address}/governance/${programme}/#invitation=${invitation}\n`)
    return exitCode.done
  } finally {
    await opened.close()
  }
})
