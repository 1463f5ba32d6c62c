import { benchConfig } from './config.ts'
import { measureFacts } from './measure-facts.ts'
import { measureVariant } from './measure-variant.ts'
import type { VariantName } from './variants.ts'

/** One measurement in a process of its own, given as JSON: `measure.ts <what>`. */
const [what = ''] = process.argv.slice(2)
const measured =
  what === 'facts'
    ? await measureFacts(benchConfig.seed)
    : await measureVariant(what as VariantName, benchConfig)
process.stdout.write(JSON.stringify(measured))
