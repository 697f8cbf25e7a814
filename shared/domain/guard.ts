import { z } from 'zod'
import { appError } from '../errors.ts'
import { assertBasis, assertFileAnswer, placeInFile } from './case-file.ts'
import { type Change, type Content, Sha256 } from './change.ts'
import { type Entity, entities, schemaOf } from './entity.ts'
import { assertLimb, assertReasoned } from './finding.ts'
import { assertAssessed, assertCriterion, assertJudgement, assertListed, type Framework, getGrade } from './framework.ts'
import { isQuestionOf, partsOf } from './interview.ts'

/** An answer that someone gives, whether here or in a file that arrives. */
export type Given = Pick<Change, 'inspection' | 'entity' | 'entityId' | 'field' | 'kind'> & Pick<Content, 'value' | 'reason'>
type Guard = (framework: Framework, given: Given) => void

/** Refuses an answer on what the framework does not have or ask, outside its scales, or without the reason that it wants. */
export function assertAllowed(framework: Framework, given: Given): void {
  const { entity, field } = given
  if (!schemaOf(entity, field)) throw appError('not-found', { what: 'field', id: `${entity}.${field}` })
  GUARDS[entity as Entity](framework, given)
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

const isUuid = (id: string) => z.uuid().safeParse(id).success

/** What an entity is about, told by its id; and what the framework says about its values. */
const GUARDS: { readonly [E in keyof typeof entities]: Guard } = {
  inspection: ofInspection,
  conclusion: ofInspection,
  member: underOwnId,
  note: underTalk,
  question: underTalk,
  document: underOwnId,
  observation: underOwnId,
  visit: underOwnId,
  agreement: underOwnId,
  danger: underOwnId,
  evidence: underOwnId,

  finding: (framework, { entityId, field, value, kind, reason }) => {
    assertAssessed(framework, entityId)
    if (field !== 'rating' || typeof value !== 'string') return
    const grade = getGrade(framework, value)
    if (kind === 'set') assertReasoned(grade, reason) // a settle gives a reason anyway; that of the rating stays with the rating it chooses
  },

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

  privacy: (_framework, { entityId, field, value, reason }) => {
    if (!Sha256.safeParse(entityId).success) throw appError('not-found', { what: 'privacy', id: entityId })
    if (field === 'needed' && value !== null && reason === null) throw appError('reason-required', {})
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
