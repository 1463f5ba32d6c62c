import {
  drawContractHolders,
  drawContractTerms,
  drawContractUplifts,
  drawContractValues,
} from './draw-contracts.ts'
import { drawPlanningDocuments, drawStrategyDocuments } from './draw-documents.ts'
import { drawDecisionGroups, drawHospiceParticipation } from './draw-groups.ts'
import { drawAssessedLevels } from './draw-levels.ts'
import { drawSharedRecords } from './draw-sharing.ts'
import type { Draw, DrawnFrom } from './draw.ts'
import type { Topic } from './question-set.ts'

/** How each topic is drawn from the records. */
export const drawers: Record<Topic, (from: DrawnFrom) => Draw> = {
  'planning-documents': drawPlanningDocuments,
  'strategy-documents': drawStrategyDocuments,
  'decision-groups': drawDecisionGroups,
  'hospice-participation': drawHospiceParticipation,
  'assessed-levels': drawAssessedLevels,
  'contract-holders': drawContractHolders,
  'contract-terms': drawContractTerms,
  'contract-values': drawContractValues,
  'contract-uplifts': drawContractUplifts,
  'shared-records': drawSharedRecords,
}
