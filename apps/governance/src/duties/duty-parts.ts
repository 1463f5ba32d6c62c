import type { RequirementKind } from '@workplan/domain'

/** The parts of the duty map, in the order of the tabs. */
export const DUTY_PARTS = [
  { id: 'duties', label: 'Duties', kind: 'duty', noun: { one: 'duty', many: 'duties' } },
  {
    id: 'delivery-plan',
    label: 'Delivery plan',
    kind: 'delivery-plan-item',
    noun: { one: 'delivery-plan item', many: 'delivery-plan items' },
  },
  {
    id: 'foundations',
    label: 'Foundations',
    kind: 'foundation',
    noun: { one: 'foundation', many: 'foundations' },
  },
  {
    id: 'building-blocks',
    label: 'Building blocks',
    kind: 'building-block',
    noun: { one: 'building block', many: 'building blocks' },
  },
] as const satisfies readonly {
  id: string
  label: string
  kind: RequirementKind
  noun: { one: string; many: string }
}[]

export type DutyPart = (typeof DUTY_PARTS)[number]

/** The part named in an address; the duties when it names none. */
export function dutyPartOf(id: string | undefined): DutyPart {
  return DUTY_PARTS.find((part) => part.id === id) ?? DUTY_PARTS[0]
}
