import type { RuleTrial, RuleTrialInput } from '@workplan/domain'
import { createEvaluator, readStatement } from '@workplan/rulebook'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { judgedFlag } from '../../rules.ts'
import { documentOf } from '../../rules/own-rule.ts'
import { subjectsIn } from '../../rules/subjects-in.ts'
import { checkRule } from './check-rule.ts'

const SHOWN = 50
const NAME = 'own.trial'

/** What a rule would raise on the programme as it stands; its cases do not matter. Throws `invalid-input`. */
export async function tryRule(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  programmeId: string,
  { document }: RuleTrialInput,
): Promise<RuleTrial> {
  const { conditions } = rules.rulebook
  const { problems } = await checkRule({ document, cases: [] }, conditions)
  const errors = problems
    .filter(({ place }) => place !== 'cases')
    .map(({ place, message }) => ({ path: `document.${place}`, message }))
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The rule cannot be tried yet: put right what is named.', { errors })
  const text = documentOf({ id: NAME, version: 1, document, until: null })
  const rule = { ...readStatement(text, conditions, NAME), cases: [] }
  const evaluator = createEvaluator([rule])
  const programme = await store.readProgramme(programmeId)
  const subjects = subjectsIn(programme, rules.library).filter(({ kind }) => kind === rule.subject)
  const { holding, notAssessable } = evaluator.judge(subjects)
  return {
    subjects: subjects.length,
    count: holding.length,
    items: holding.slice(0, SHOWN).map((finding) => {
      const { subject, severity, message, audience, workstreams } = judgedFlag(finding, evaluator)
      return { subject, severity, message, audience, workstreams }
    }),
    notAssessable: {
      count: notAssessable.length,
      items: notAssessable.slice(0, SHOWN).map(({ subject: { kind, id, title } }) => ({ kind, id, title })),
    },
  }
}
