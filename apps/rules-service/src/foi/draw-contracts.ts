import { percent, type ContractStatement, type ContractTerm, type DraftedFigure } from '@workplan/domain'
import { type Draw, type DrawnFrom, emptyDraw } from './draw.ts'

type Said = ContractStatement['said'][number]

const LABELS: Record<ContractTerm, string> = {
  holder: 'Holder',
  type: 'Type',
  term: 'Length',
  'funding-basis': 'Funding',
  'risk-share': 'Risk share',
  uplift: 'Uplift',
  value: 'Value',
}

/** Who holds the hospice contracts, in the words on record. */
export function drawContractHolders(from: DrawnFrom): Draw {
  return drawTerms(from, ['holder'])
}

/** Types, length, funding and risk share of the hospice contracts. */
export function drawContractTerms(from: DrawnFrom): Draw {
  return drawTerms(from, ['type', 'term', 'funding-basis', 'risk-share'])
}

/** The values of the contracts for adults and for children, their sum, and the share for children. */
export function drawContractValues(from: DrawnFrom): Draw {
  const draw = drawTerms(from, ['value'])
  const values = saidOf(from, 'value')
  const of = (about: string) => values.find((said) => said.about === about && typeof said.value === 'number')
  const [adult, children] = [of('adult'), of('children')]
  const missing = [
    ...(adult ? [] : ['The value for adults is not on record.']),
    ...(children ? [] : ['The value for children and young people is not on record.']),
  ]
  if (!adult || !children) return { ...draw, unknown: missing }
  const total = Number(adult.value) + Number(children.value)
  const records = [adult.record, children.record]
  return {
    ...draw,
    fits: ['adult', 'children'],
    figures: [
      ...draw.figures,
      { label: 'Both together', value: total, unit: 'pounds', computed: true, records },
      {
        label: 'Share for children and young people',
        value: percent(Number(children.value), total) ?? 0,
        unit: 'percent',
        computed: true,
        records,
      },
    ],
  }
}

/** The uplifts on record by date. One without a date answers no part of the question for certain. */
export function drawContractUplifts(from: DrawnFrom): Draw {
  const draw = drawTerms(from, ['uplift'])
  const uplifts = saidOf(from, 'uplift')
  const undated = uplifts.filter(({ about }) => about === null || !/\d{4}$/.test(about))
  const dated = uplifts.flatMap(({ about }) => (about !== null && /\d{4}$/.test(about) ? [about] : []))
  const missing = ['april2022', 'july2022', 'april2023'].filter((date) => !dated.includes(date))
  return {
    ...draw,
    fits: dated,
    unknown: missing.map((date) => `The uplift of ${inWords(date)} is not on record.`),
    odd: undated.map(
      ({ value }) =>
        `An uplift of ${String(value)}% has no date, so it is not clear which part of the question it answers; the other part is not answered.`,
    ),
  }
}

function drawTerms(from: DrawnFrom, terms: readonly ContractTerm[]): Draw {
  const found = terms.flatMap((term) => saidOf(from, term).map((said) => ({ term, said })))
  const missing = terms.filter((term) => saidOf(from, term).length === 0)
  return {
    ...emptyDraw(),
    sentences: found.map(({ term, said }) => `${labelOf(term, said)}: ${valueOf(said)}.`),
    figures: found.map(({ term, said }): DraftedFigure => ({
      label: labelOf(term, said),
      value: typeof said.value === 'boolean' ? (said.value ? 'Yes' : 'No') : said.value,
      unit: said.unit,
      computed: false,
      records: [said.record],
    })),
    evidence: uniqueRefs(found.map(({ said }) => said.record)),
    unknown: missing.map((term) => `${LABELS[term]} of the hospice contracts is not on record.`),
  }
}

function saidOf({ contracts }: DrawnFrom, term: ContractTerm): readonly Said[] {
  return contracts.terms.find((candidate) => candidate.term === term)?.said ?? []
}

function labelOf(term: ContractTerm, { about, year }: Said): string {
  return [LABELS[term], about && inWords(about), year].filter(Boolean).join(', ')
}

function valueOf({ value, unit }: Said): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (unit === 'pounds') return `£${value.toLocaleString('en-GB')}`
  return `${String(value)}${unit === 'percent' ? '%' : ''}`.replace(/\.$/, '')
}

/** `april2023` as `April 2023`, `upliftUndated` as `no date`. */
function inWords(about: string): string {
  if (/undated/i.test(about)) return 'no date'
  const dated = /^([a-z]+)(\d{4})$/.exec(about)
  return dated ? `${upperFirst(dated[1] ?? '')} ${dated[2]}` : about
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function uniqueRefs<Ref extends { id: string }>(refs: readonly Ref[]): Ref[] {
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()]
}
