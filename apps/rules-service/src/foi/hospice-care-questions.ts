import type { QuestionSet } from './question-set.ts'

/**
 * The ten questions on palliative care and hospices that integrated care boards were asked in 2023, shortened. Options and
 * their letters are those of the request.
 */
export const hospiceCareQuestions: QuestionSet = {
  id: 'hospice-care-2023',
  title: 'Palliative care and hospices, ten questions',
  description:
    'Planning, strategy, decisions, self-assessment, hospice contracts and uplifts, and shared records: as boards were asked in 2023.',
  questions: [
    {
      number: '1',
      question: 'Where dying well appears in planning documents',
      topic: 'planning-documents',
      options: [
        {
          letter: 'a',
          text: 'Integrated care or health and wellbeing strategy',
          fits: 'integrated-strategy',
        },
        { letter: 'b', text: 'Joint Forward Plan', fits: 'forward-plan' },
        { letter: 'c', text: 'In draft or being discussed', fits: 'in-draft' },
        { letter: 'd', text: 'Not specifically mentioned', fits: null },
        { letter: 'e', text: 'Other', fits: null },
      ],
    },
    {
      number: '2',
      question: 'Where PEoLC strategies or plans sit',
      topic: 'strategy-documents',
      options: [
        { letter: 'a', text: 'System plan', fits: 'system-plan' },
        { letter: 'b', text: 'Every Place has one', fits: null },
        { letter: 'c', text: 'Some Places have one', fits: null },
        { letter: 'd', text: 'In draft or being discussed', fits: 'in-draft' },
        { letter: 'e', text: 'None', fits: null },
        { letter: 'f', text: 'Other', fits: null },
      ],
    },
    {
      number: '3',
      question: 'Where strategic PEoLC decisions on planning and funding are made',
      topic: 'decision-groups',
      options: [
        { letter: 'a', text: 'Named ICB sub-group', fits: 'board-sub-group' },
        { letter: 'b', text: 'Wider ICB sub-committee', fits: null },
        { letter: 'c', text: 'ICP or health and wellbeing sub-group', fits: 'partnership-sub-group' },
        { letter: 'd', text: 'Regional clinical network', fits: null },
        { letter: 'e', text: 'Place-based ICB structures', fits: null },
        { letter: 'f', text: 'Provider alliances', fits: null },
        { letter: 'g', text: 'Discussion groups outside formal decisions', fits: null },
        { letter: 'h', text: 'Other', fits: null },
      ],
    },
    {
      number: '4',
      question: 'How hospices take part in decisions',
      topic: 'hospice-participation',
      options: [
        { letter: 'a', text: 'ICB Board', fits: null },
        { letter: 'b', text: 'ICP Board', fits: null },
        { letter: 'c', text: 'VCSE alliance', fits: null },
        { letter: 'd', text: 'Sub-committee or sub-group', fits: null },
        { letter: 'e', text: 'Place structure', fits: null },
        { letter: 'f', text: 'Discussion group', fits: null },
        { letter: 'g', text: 'Outreach', fits: null },
        { letter: 'h', text: 'Consulted as needed', fits: null },
        { letter: 'i', text: 'Not involved', fits: null },
        { letter: 'j', text: 'Other', fits: null },
      ],
    },
    {
      number: '5',
      question: 'Self-assessed level against the six ambitions',
      topic: 'assessed-levels',
      options: [
        { letter: 'a', text: 'Levels 0 to 2', fits: 'mostly-0-to-2' },
        { letter: 'b', text: 'Mostly level 3', fits: 'mostly-3' },
        { letter: 'c', text: 'Levels 4 to 5', fits: 'mostly-4-to-5' },
        { letter: 'd', text: 'Planning to start', fits: null },
        { letter: 'e', text: 'Not done', fits: 'not-done' },
        { letter: 'f', text: 'Other', fits: null },
      ],
    },
    {
      number: '6',
      question: 'Who holds hospice contracts',
      topic: 'contract-holders',
      options: [
        { letter: 'a', text: 'All with ICB', fits: null },
        { letter: 'b', text: 'Some ICB, some Place or alliance', fits: null },
        { letter: 'c', text: 'All with Place structures', fits: null },
        { letter: 'd', text: 'All with alliances', fits: null },
        { letter: 'e', text: 'Other', fits: null },
      ],
    },
    {
      number: '7',
      question: 'Contract types',
      topic: 'contract-terms',
      options: [
        { letter: 'a', text: 'NHS standard, full length', fits: null },
        { letter: 'b', text: 'NHS standard, short form', fits: null },
        { letter: 'c', text: 'Grant or SLA, block', fits: null },
        { letter: 'd', text: 'Grant or SLA, bed or activity', fits: null },
        { letter: 'e', text: 'Fast-track CHC funding', fits: null },
        { letter: 'f', text: 'Continuing care, children', fits: null },
        { letter: 'g', text: 'Other', fits: null },
      ],
    },
    {
      number: '8',
      question: 'Hospice contract value 2022-23',
      topic: 'contract-values',
      options: [
        { letter: 'a', text: 'Adults', fits: 'adult' },
        { letter: 'b', text: 'Children and young people', fits: 'children' },
      ],
    },
    {
      number: '9',
      question: 'Contract uplifts',
      topic: 'contract-uplifts',
      options: [
        { letter: 'i', text: 'April 2022 rate, and all hospices?', fits: 'april2022' },
        { letter: 'ii', text: 'Extra 1.7% of July 2022 passed on?', fits: 'july2022' },
        { letter: 'iii', text: 'April 2023 rate', fits: 'april2023' },
      ],
    },
    {
      number: '10',
      question: 'Shared records and plans, and hospice access',
      topic: 'shared-records',
      options: [
        { letter: 'a', text: 'Shared record, hospices in', fits: 'record-hospices-in' },
        { letter: 'b', text: 'Shared record, hospices out', fits: null },
        { letter: 'c', text: 'No shared record', fits: null },
        { letter: 'd', text: 'Shared plans, hospices in', fits: 'plans-hospices-in' },
        { letter: 'e', text: 'Shared plans, hospices out', fits: null },
        { letter: 'f', text: 'No shared plans', fits: null },
        { letter: 'g', text: 'Other', fits: null },
      ],
    },
  ],
}

/** The sets there are. */
export const questionSets: readonly QuestionSet[] = [hospiceCareQuestions]
