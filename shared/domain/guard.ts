import { z } from 'zod'
import { appError } from '../errors.ts'
import { assertBasis, assertFileAnswer, placeInFile } from './case-file.ts'
import { Change, type Content, Sha256 } from './change.ts'
import { type DossierEntity, type Entity, isOfDossier, schemaOf } from './entity.ts'
import { assertFact } from './fact.ts'
import { assertLimb, assertReasoned } from './finding.ts'
import { assertAssessed, assertCriterion, assertJudgement, assertListed, type Framework, getGrade } from './framework.ts'
import { isQuestionOf, partsOf } from './interview.ts'
import { placeOfPrivilege } from './privilege.ts'
import { readFigureId } from './monthly-figure.ts'
import { assertPart, partsOfCheck } from './paper-round.ts'
import { readReportTextId } from './report-text.ts'
import { assertScope } from './scope.ts'
import { assertAtATime } from './supervision.ts'

/** An answer that someone gives, whether here or in a file that arrives. */
export type Given = Pick<Change, 'inspection' | 'entity' | 'entityId' | 'field' | 'kind'> & Pick<Content, 'value' | 'reason'>
type Guard = (framework: Framework, given: Given) => void

/**
 * Refuses an answer on what the framework does not have or ask, outside its scales, or without the reason that it wants. A supervision file has
 * no framework (null) and takes what belongs to one; an inspection takes nothing of that.
 */
export function assertAllowed(framework: Framework | null, given: Given): void {
  const { entity, field } = given
  const isFitting = isOfDossier(entity) === (framework === null)
  if (!isFitting || !schemaOf(entity, field)) throw appError('not-found', { what: 'field', id: `${entity}.${field}` })
  if (framework === null) guardDossier(given as Given & { entity: DossierEntity })
  else GUARDS[entity as OfInspection](framework, given)
}

type OfInspection = Exclude<Entity, DossierEntity>

/** What stands in a supervision file: the file under its own id, figures under month and system, all else under an id of its own. */
function guardDossier(given: Given & { entity: DossierEntity }): void {
  const { inspection, entity, entityId, field, value } = given
  const isAt = entity === 'dossier' ? entityId === inspection : entity === 'monthlyFigure' ? readFigureId(entityId) !== null : isUuid(entityId)
  if (!isAt) throw appError('not-found', { what: entity, id: entityId })
  if (entity === 'dossier' && field === 'organisation' && value !== inspection) throw appError('not-found', { what: 'organisation', id: inspection })
  if (field === 'period') assertAtATime(value)
  if (entity === 'publicationStep' && value === null && given.reason === null) throw appError('reason-required', {})
}

const ofInspection: Guard = (_framework, { inspection, entityId }) => {
  if (entityId !== inspection) throw appError('not-found', { what: 'inspection', id: entityId })
}

const underOwnId: Guard = (_framework, { entity, entityId }) => {
  if (!z.uuid().safeParse(entityId).success) throw appError('not-found', { what: entity, id: entityId })
}

/** What is noted or asked in a talk: under the id of that talk and an own one. */
const underTalk: Guard = (framework, given) => {
  if (!partsOf(given.entityId).every(isUuid)) throw appError('not-found', { what: given.entity, id: given.entityId })
  assertAbout(framework, given)
}

/** Refuses a list of expectations with one that the framework does not have. */
function assertAbout(framework: Framework, { field, value }: Given): void {
  if (!['about', 'expectations'].includes(field) || !Array.isArray(value)) return
  for (const expectation of value) assertListed(framework, String(expectation))
}

/** Under an own id, with a list of the expectations that it is about. */
function aboutExpectations(framework: Framework, given: Given): void {
  underOwnId(framework, given)
  assertAbout(framework, given)
}

/** Under the ids of two things that have own ones. */
const underTwo: Guard = (_framework, { entity, entityId }) => {
  const parts = entityId.split('/')
  if (parts.length !== 2 || !parts.every(isUuid)) throw appError('not-found', { what: entity, id: entityId })
}

const isUuid = (id: string) => z.uuid().safeParse(id).success

/** What an entity is about, told by its id; and what the framework says about its values. */
const GUARDS: { readonly [E in OfInspection]: Guard } = {
  inspection: (framework, given) => {
    ofInspection(framework, given)
    if (given.field === 'scope' && Array.isArray(given.value)) assertScope(framework, given.value.map(String), given.reason)
  },
  conclusion: ofInspection,
  reportText: (framework, { entityId }) => {
    if (readReportTextId(framework, entityId) === null) throw appError('not-found', { what: 'reportText', id: entityId })
  },
  member: underOwnId,
  note: underTalk,
  question: underTalk,
  document: underOwnId,
  observation: underOwnId,
  visit: underOwnId,
  agreement: underOwnId,
  danger: underOwnId,
  evidence: (framework, given) => {
    underOwnId(framework, given)
    if (given.field === 'shows' && given.value === 'people' && given.kind === 'set' && given.reason === null) throw appError('reason-required', {})
  },

  finding: (framework, { entityId, field, value, kind, reason }) => {
    assertAssessed(framework, entityId)
    if (field !== 'rating' || typeof value !== 'string') return
    const grade = getGrade(framework, value)
    if (kind === 'set') assertReasoned(grade, reason) // a settle gives a reason anyway; that of the rating stays with the rating it chooses
  },

  fact: ({ rule }, { entityId, field, value }) => assertFact(rule.facts, entityId, field === 'value' ? value : null),

  activity: aboutExpectations,

  asked: (framework, { entityId }) => {
    const [talk, question] = partsOf(entityId)
    if (!isUuid(talk)) throw appError('not-found', { what: 'activity', id: talk })
    if (!isUuid(question) && !isQuestionOf(framework, question)) throw appError('not-found', { what: 'question', id: question })
  },

  link: (framework, { entityId }) => {
    const [source = '', expectation = ''] = entityId.split(/\/(.*)/s)
    if (!z.uuid().safeParse(source).success) throw appError('not-found', { what: 'source', id: source })
    assertListed(framework, expectation)
  },

  limb: (framework, { entityId }) => assertLimb(framework, entityId),

  appraisal: (framework, { entityId, field, value }) => {
    assertCriterion(framework, entityId)
    if (field === 'judgement' && typeof value === 'string') assertJudgement(framework, value)
  },

  claim: (framework, given) => {
    underOwnId(framework, given)
    if (given.field === 'expectation' && typeof given.value === 'string') assertListed(framework, given.value)
  },

  caseload: aboutExpectations,
  profile: underOwnId,
  performer: (framework, { entityId }) => assertListed(framework, entityId),

  improvement: (framework, given) => {
    underOwnId(framework, given)
    if (given.field === 'state' && given.value !== null && given.reason === null) throw appError('reason-required', {})
  },
  pointExpectation: (framework, { entityId }) => {
    const [point = '', expectation = ''] = entityId.split(/\/(.*)/s)
    if (!isUuid(point)) throw appError('not-found', { what: 'improvement', id: point })
    assertListed(framework, expectation)
  },
  improvementMeasure: underOwnId,
  measurePoint: underTwo,
  measureSource: underTwo,
  progress: underTwo,
  plan: underOwnId,
  planLine: underOwnId,

  factualCheck: (framework, given) => {
    underOwnId(framework, given)
    if (given.field === 'withdrawn' && given.value !== null && given.reason === null) throw appError('reason-required', {})
  },
  remarkForm: underOwnId,
  remark: (framework, given) => {
    underOwnId(framework, given)
    if (given.field === 'expectation' && typeof given.value === 'string') assertListed(framework, given.value)
  },
  view: underOwnId,

  takenCheck: (framework, { entityId, field, value }) => {
    const [person, part] = partsOfCheck(entityId)
    if (!isUuid(person)) throw appError('not-found', { what: 'person', id: person })
    assertPart(framework, part, field, value)
  },
  takenPart: (framework, { entityId, field, value }) => assertPart(framework, entityId, field, value),

  privacy: (_framework, { entityId, field, value, reason }) => {
    if (!Sha256.safeParse(entityId).success) throw appError('not-found', { what: 'privacy', id: entityId })
    if (field === 'needed' && value !== null && reason === null) throw appError('reason-required', {})
  },

  proseAnswer: (_framework, { entityId }) => {
    if (!Sha256.safeParse(entityId).success) throw appError('not-found', { what: 'proseAnswer', id: entityId })
  },

  privilege: (_framework, { entityId, value, reason }) => {
    if (placeOfPrivilege(entityId).entity === null) throw appError('not-found', { what: 'privilege', id: entityId })
    if (value === null && reason === null) throw appError('reason-required', {})
  },

  keyList: (_framework, { entityId, reason }) => {
    if (!Change.shape.device.safeParse(entityId).success) throw appError('not-found', { what: 'key list', id: entityId })
    if (reason === null) throw appError('reason-required', {})
  },

  sample: underOwnId,
  caseFile: underOwnId,
  fileReckoning: ofInspection,
  termReckoning: (framework, { entityId, value }) => assertBasis(framework, entityId, value),

  answer: (framework, { entityId, field, value }) => {
    const [file, asked] = placeInFile(entityId)
    if (!isUuid(file)) throw appError('not-found', { what: 'case file', id: file })
    assertFileAnswer(framework, asked, field === 'value' ? value : null)
  },
}
