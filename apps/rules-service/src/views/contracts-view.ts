import {
  type ContractStatement,
  type ContractsView,
  ContractTerm,
  type FoiAnswer,
  type HospiceView,
  type Service,
} from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import type { RecordIndex } from './record-index.ts'
import { flagsOn } from './record-view.ts'
import { serviceViews } from './service-views.ts'

type Said = ContractStatement['said'][number]
type TermSaid = Said & { term: ContractTerm }

/** Which term a figure of a released answer speaks of, by the figure's name; in the order in which they are shown. */
const FIGURES: Record<string, { term: ContractTerm; unit: Said['unit']; alone?: true }> = {
  contractLength: { term: 'term', unit: null, alone: true },
  funding: { term: 'funding-basis', unit: null, alone: true },
  riskSharing: { term: 'risk-share', unit: null, alone: true },
  upliftUndated: { term: 'uplift', unit: 'percent' },
  april2023: { term: 'uplift', unit: 'percent' },
  adult: { term: 'value', unit: 'pounds' },
  children: { term: 'value', unit: 'pounds' },
}

const HOSPICE_SETTINGS: ReadonlySet<string> = new Set<Service['settings'][number]>([
  'hospice',
  'inpatient',
  'day-hospice',
])

/** What the released answers say about hospice contracts, term by term, and the hospices with their services. */
export function contractsView(programme: LoadedProgramme, index: RecordIndex): ContractsView {
  const answers = programme.state.records['foi-answer'].filter(({ question }) => /contract/i.test(question))
  const said = answers.flatMap((answer) => termsOf(answer, index))
  return {
    terms: ContractTerm.options.map((term) => {
      const ofTerm = said.filter((entry) => entry.term === term)
      const records = new Set(ofTerm.map(({ record }) => record.id))
      const flags = [...records].flatMap((id) => flagsOn(id, programme))
      return {
        term,
        said: ofTerm.map(({ term: _term, ...entry }) => entry),
        flags: [...new Map(flags.map((flag) => [flag.id, flag])).values()],
      }
    }),
    hospices: hospicesOf(programme, index),
  }
}

function termsOf(answer: FoiAnswer, index: RecordIndex): TermSaid[] {
  const { id, question, figures, options, chosen, basis } = answer
  const year = typeof figures.year === 'string' ? figures.year : null
  const common = {
    unit: null,
    about: null,
    year,
    basis: basis?.chosen?.kind ?? 'stated',
    record: { kind: 'foi-answer', id, title: index.titleOf(id) },
  } as const
  if (/who holds/i.test(question)) return [{ ...common, term: 'holder', value: answer.answer }]
  const types = /types/i.test(question) ? options.filter(({ letter }) => chosen.includes(letter)) : []
  return [
    ...types.map(({ text }) => ({ ...common, term: 'type' as const, value: text })),
    ...Object.entries(FIGURES).flatMap(([name, { term, unit, alone = false }]) => {
      const value = figures[name]
      if (value === undefined) return []
      const stated = basis?.figures?.kind ?? 'stated'
      return [{ ...common, term, unit, value, about: alone ? null : name, basis: stated }]
    }),
  ]
}

/** Whoever gives care in a hospice, with all its services; a service in a host's beds stands with the host. */
function hospicesOf(programme: LoadedProgramme, index: RecordIndex): HospiceView[] {
  const views = serviceViews(programme, index)
  const groups = Map.groupBy(views, ({ service }) => service.hostProvider ?? service.provider)
  return [...groups].flatMap<HospiceView>(([provider, services]) => {
    const inHospice = services.filter(({ service }) =>
      service.settings.some((setting) => HOSPICE_SETTINGS.has(setting)),
    )
    if (inHospice.length === 0) return []
    if (provider === null) return [{ provider: null, services: inHospice }]
    return [{ provider: { id: provider, name: index.titleOf(provider) }, services }]
  })
}
