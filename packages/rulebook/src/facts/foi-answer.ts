import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one released answer to a freedom of information question. */
export const foiAnswerFacts = {
  options: {
    label: 'Options or parts asked about',
    type: 'number',
    unit: 'option',
    description: 'The options offered, or the parts of the question.',
  },
  chosen: {
    label: 'Options answered',
    type: 'number',
    unit: 'option',
    description: 'Options or parts that the answer clearly takes up.',
  },
  citesDrafts: {
    label: 'Drafts it relies on',
    type: 'list',
    description: 'Documents that the answer links or attaches and that are still drafts.',
  },
  citesDraftsCount: {
    label: 'Number of these drafts',
    type: 'number',
    unit: 'draft',
    description: 'How many of the documents it links or attaches are still drafts.',
  },
} as const satisfies SubjectFacts

const foiAnswerSubject = subjectMaker('foi-answer', foiAnswerFacts)

/** One subject for each released answer. */
export function foiAnswerSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  return records['foi-answer'].map((answer) => {
    const drafts = records.document.filter(
      ({ id, state }) => state === 'draft' && answer.documents.includes(id),
    )
    return foiAnswerSubject(
      {
        id: answer.id,
        title: `Question ${answer.number}: ${answer.question}`,
        audience: ['all'],
        workstreams: [],
        requirements: [],
        records: [
          recordRef('foi-answer', answer, `Question ${answer.number}: ${answer.question}`),
          ...drafts.map((document) => recordRef('document', document, document.title)),
        ],
      },
      {
        options: answer.options.length,
        chosen: answer.chosen.length,
        citesDrafts: drafts.map(({ title }) => title),
        citesDraftsCount: drafts.length,
      },
    )
  })
}
