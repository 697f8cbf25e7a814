import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { frameworkFromCiso } from '../shared/domain/framework-ciso.ts'
import { frameworkFromOscal } from '../shared/domain/framework-oscal.ts'
import { criteriaOf, faultsIn, listedOf } from '../shared/domain/framework.ts'

const SCHEMA = '/work/shared/facts/schemas/oscal_catalog_schema.json'

const oscal = {
  catalog: {
    uuid: '74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724',
    metadata: { title: 'Sample catalog', version: '1.0', 'oscal-version': '1.1.2', 'last-modified': '2021-06-08T13:57:28.355446-04:00', remarks: 'A remark.' },
    groups: [{
      id: 's1', title: 'Organization', props: [{ name: 'label', value: '1' }],
      groups: [{
        id: 's1.1', title: 'Internal organization', props: [{ name: 'label', value: '1.1' }], parts: [{ name: 'objective', prose: 'To establish a framework.' }],
        controls: [
          {
            id: 's1.1.1', title: 'Roles', class: 'x', props: [{ name: 'label', value: '1.1.1' }, { name: 'sort-id', value: '01' }], links: [{ href: '#s1' }],
            params: [{ id: 'prm_1', label: 'a duration' }, { id: 'prm_2', values: ['yearly'] }],
            parts: [
              { name: 'statement', prose: 'Roles are defined for {{ insert: param, prm_1 }}, {{ insert: param, prm_2 }}:', parts: [{ name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'for all.' }] },
              { name: 'guidance', prose: 'Look at the plan.' }, { name: 'assessment-objective', prose: 'x' },
            ],
            controls: [{ id: 's1.1.1.1', title: 'More roles', parts: [{ name: 'statement', prose: 'More.' }] }],
          },
          { id: 's1.1.2', title: 'Gone', props: [{ name: 'status', value: 'withdrawn' }] },
          { id: 's1.1.3', title: 'Only a title' },
        ],
      }],
    }],
    'back-matter': { resources: [{ uuid: '74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c725' }] },
  },
}

const read = (made: ReturnType<typeof frameworkFromOscal>) => {
  if ('where' in made) throw new Error(made.where)
  expect(faultsIn(made.framework)).toEqual([])
  return { ...made, told: made.notes.map(({ what, about, count }) => `${what} ${about} ${count}`) }
}

test.skipIf(!existsSync(SCHEMA))('the catalog of this test is an OSCAL catalog, by its own schema', () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as object
  const isCatalog = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  expect([isCatalog(oscal), isCatalog.errors]).toEqual([true, null])
})

test('groups of an OSCAL catalog become themes and criteria, controls expectations, and what has no place is told', () => {
  const { framework, told } = read(frameworkFromOscal(oscal))
  expect(framework.themes.map(({ number, title }) => [number, title])).toEqual([['1', 'Organization']])
  expect(criteriaOf(framework).map(({ number, title }) => [number, title])).toEqual([['1.1', 'Internal organization'], ['1.1.1', 'Roles']])
  expect(listedOf(framework).map(({ number, statement, guidance, wording }) => [number, statement, guidance, wording])).toEqual([
    ['s1.1.3', 'Only a title', null, 'official'],
    ['1.1.1', 'Roles\nRoles are defined for [a duration], yearly:\n  a. for all.', 'Look at the plan.', 'official'],
    ['s1.1.1.1', 'More roles\nMore.', null, 'official'],
  ])
  expect(framework.rule).toMatchObject({ wording: 'ownWording', outcomes: [{ when: { kind: 'every', within: null } }, { when: null }] })
  expect(told.toSorted()).toEqual([
    'heading-text 1.1 1', 'link-left-out links 1', 'metadata-left-out remarks 1', 'parameter-open prm_1 1', 'part-left-out assessment-objective 1', 'property-left-out sort-id 1',
    'resource-left-out back-matter 1', 'rule-missing  1', 'scale-missing  1', 'withdrawn s1.1.2 1',
  ])
})

test('what calls itself a catalog and is none says where', () => {
  expect(frameworkFromOscal({ catalog: { ...oscal.catalog, groups: [{ title: 7 }] } })).toEqual({ where: 'catalog.groups.0.title' })
})

const node = (urn: string, depth: number, more: object) => ({ urn: `urn:x:req_node:f:${urn}`, depth, assessable: false, ...more })
const library = {
  urn: 'urn:x:risk:library:f', locale: 'nl', ref_id: 'F', name: 'Bibliotheek', version: 2, provider: 'Uitgever', copyright: 'CC-BY 4.0', translations: { en: {} },
  objects: {
    framework: {
      urn: 'urn:x:risk:framework:f', ref_id: 'F', name: 'Raamwerk', scores_definition: [{ score: 1 }],
      requirement_nodes: [
        node('a', 1, { name: 'Zorgplicht' }),
        node('b', 2, { parent_urn: 'urn:x:req_node:f:a', ref_id: 'A.1', name: 'Beleid', description: 'Wat beleid is.' }),
        node('1.1', 3, { parent_urn: 'urn:x:req_node:f:b', ref_id: '1.1', assessable: true, description: 'Er is beleid.', annotation: 'Denk aan…', implementation_groups: ['B'], translations: { en: {} } }),
        node('c', 2, { parent_urn: 'urn:x:req_node:f:a', ref_id: 'A.2', name: 'Leeg' }),
        node('z', 1, { assessable: true, ref_id: 'Z', name: 'Los' }),
      ],
    },
    threats: [{}, {}],
  },
}

test('a library of CISO Assistant is read by its tree, and what has no place is told', () => {
  const { framework, told } = read(frameworkFromCiso(library))
  expect(framework).toMatchObject({ title: 'Raamwerk', version: '2', language: 'nl', inspectorates: ['Uitgever'] })
  expect(framework.themes.map(({ title }) => title)).toEqual(['Zorgplicht', 'Raamwerk'])
  expect(listedOf(framework).map(({ number, statement, guidance }) => [number, statement, guidance])).toEqual([['1.1', 'Er is beleid.', 'Denk aan…'], ['Z', 'Los', null]])
  expect(told.toSorted()).toEqual([
    'group-left-out implementation_groups 1', 'heading-empty A.2 1', 'heading-text A.1 1', 'object-left-out threats 2', 'rule-missing  1', 'scale-missing  1',
    'score-left-out scores_definition 1', 'translation-left-out translations 1',
  ])
})

test('a library whose nodes name what is not there, or is deeper than anyone writes, is refused', () => {
  const within = (requirement_nodes: object[]) => frameworkFromCiso({ ...library, objects: { framework: { ...library.objects.framework, requirement_nodes } } })
  expect(within([node('a', 1, { parent_urn: 'urn:x:req_node:f:b' })])).toEqual({ where: 'requirement_nodes.0.parent_urn' })
  const chain = Array.from({ length: 500 }, (_, index) => node(String(index), index + 1, { parent_urn: index === 0 ? null : `urn:x:req_node:f:${index - 1}` }))
  expect(within(chain)).toEqual({ where: 'requirement_nodes.40.parent_urn' })
})
