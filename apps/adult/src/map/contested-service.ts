import { changeService, type Service, type ServiceChange } from '@workplan/domain'
import { audienceWords, dayWords, modeWords, type ContestedField } from '@workplan/shell'

/** A part of a service that is kept or left as a whole. */
interface Part {
  label: string
  fields: readonly (keyof ServiceChange)[]
  inWords: (service: Service, placeName: (id: string) => string) => string
}

const PARTS = {
  hours: { label: 'Hours', fields: ['hours', 'aroundTheClock'], inWords: hoursInWords },
  modes: {
    label: 'How it is given',
    fields: ['modes'],
    inWords: ({ modes }) => listed(modes.map((mode) => modeWords[mode])),
  },
  audience: {
    label: 'For whom',
    fields: ['audience'],
    inWords: ({ audience }) => listed(audience.map((one) => audienceWords[one])),
  },
  localities: {
    label: 'Places it serves',
    fields: ['localities', 'uncertainLocalities'],
    inWords: ({ localities, uncertainLocalities }, placeName) =>
      listed([
        ...localities.map(placeName),
        ...uncertainLocalities.map((id) => `${placeName(id)} (not certain)`),
      ]),
  },
  conditional: {
    label: 'Does it depend on something?',
    fields: ['conditional'],
    inWords: ({ conditional }) => conditional ?? 'On nothing',
  },
  queries: {
    label: 'Statements still to be confirmed',
    fields: ['queries'],
    inWords: ({ queries }) => (queries.length === 0 ? 'All settled' : queries.join('; ')),
  },
  capacityConcern: {
    label: 'Concern about capacity',
    fields: ['capacityConcern'],
    inWords: ({ capacityConcern }) => (capacityConcern ? 'Yes' : 'No'),
  },
} satisfies Record<string, Part>

/** What a change of a service touches, as it was before, would be with the change, and stands now that somebody was first. */
export function contestedService(
  change: ServiceChange,
  { base, now, placeName }: { base: Service; now: Service; placeName: (id: string) => string },
): ContestedField[] {
  const mine = changeService(base, change)
  return partsOf(change).map(([key, { label, inWords }]) => ({
    key,
    label,
    base: inWords(base, placeName),
    mine: inWords(mine, placeName),
    theirs: inWords(now, placeName),
  }))
}

/** What of a change is left when only these parts of it are kept; null for nothing. */
export function keptOfChange(change: ServiceChange, keys: readonly string[]): ServiceChange | null {
  const fields = partsOf(change).flatMap(([key, part]) => (keys.includes(key) ? part.fields : []))
  const kept = Object.entries(change).filter(([field]) => fields.some((name) => name === field))
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

function partsOf(change: ServiceChange): [string, Part][] {
  return Object.entries<Part>(PARTS).filter(([, { fields }]) =>
    fields.some((field) => change[field] !== undefined),
  )
}

function hoursInWords({ aroundTheClock, hours, hoursAsStated }: Service): string {
  if (aroundTheClock === true) return 'Round the clock'
  if (hours === null) return hoursAsStated ?? 'Not given'
  return listed(
    hours.map(({ days, from, to }) => {
      const times = `${from ?? 'from a time not given'} to ${to ?? 'a time not given'}`
      return `${days.map((day) => dayWords[day]).join(', ')}: ${times}`
    }),
    '; ',
  )
}

function listed(words: readonly string[], between = ', '): string {
  return words.length === 0 ? 'Not stated' : words.join(between)
}
