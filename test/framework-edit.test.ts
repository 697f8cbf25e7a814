import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFrameworks } from '../shared/domain/framework-comparison.ts'
import { added, dropped, type Edited, moved, numbersByPlace, outlineOf, removed, renumbered, shifted } from '../shared/domain/framework-edit.ts'
import { criteriaOf, faultsIn, type Framework, listedOf, MOST_CRITERIA_DEEP } from '../shared/domain/framework.ts'
import { wordDifference } from '../shared/domain/word-difference.ts'
import { deepFramework } from './helpers/deep-framework.ts'
import { framework as shipped } from './helpers/worked-case.ts'

const deep = deepFramework(2, 2, 2)
const idsOf = (framework: Framework) => outlineOf(framework).map(({ kind, node }) => `${kind} ${node.id}`)
const numbersOf = (framework: Framework) => listedOf(framework).map(({ number }) => number)
const none = new Set<string>()

test('the outline has everything once, in order of print', () => {
  expect(idsOf(deep).length).toBe(2 + criteriaOf(deep).length + listedOf(deep).length)
  expect(listedOf(deep).map(({ id }) => `expectation ${id}`)).toEqual(idsOf(deep).filter((id) => id.startsWith('expectation')))
})

test('moving an expectation past the end of its criterion puts it first in the next one', () => {
  const { framework, where } = moved(shipped, 'themes[0].criteria[0].expectations[3]', 1)
  expect(where).toBe('themes[0].criteria[1].expectations[0]')
  expect(framework.themes[0]!.criteria[1]!.expectations[0]!.id).toBe('1.1.4')
  expect(moved(framework, where!, -1).framework).toEqual(shipped)
})

test('a criterion can be put below the one before it and taken out again, but never deeper than six levels in all', () => {
  const { framework, where } = shifted(shipped, 'themes[0].criteria[1]', 1)
  expect(where).toBe('themes[0].criteria[0].criteria[0]')
  expect(shifted(framework, where!, -1).framework).toEqual(shipped)
  const deepest = outlineOf(deep).filter(({ kind, level }) => kind === 'criterion' && level === MOST_CRITERIA_DEEP)
  expect(shifted(deep, deepest[1]!.where, 1)).toEqual({ framework: deep, where: null })
})

test('what is added has an id that the version before it did not have either', () => {
  const { framework, where } = added(shipped, 'themes[0].criteria[0].expectations[1]', 'expectation', new Set(['v1', 'v2']))
  expect(where).toBe('themes[0].criteria[0].expectations[2]')
  expect(framework.themes[0]!.criteria[0]!.expectations[2]!.id).toBe('v3')
})

test('what is removed is no longer spoken to by a question or a field', () => {
  const { framework } = removed(shipped, 'themes[0].criteria[0]')
  expect(JSON.stringify(framework.fieldwork)).not.toMatch(/"1\.1\.\d"/)
  expect(listedOf(framework).length).toBe(listedOf(shipped).length - 4)
})

test('renumbering counts by place, expectations before the criteria beside them', () => {
  const small = deepFramework(1, 1, 2)
  expect(numbersOf(renumbered(small))).toEqual(['1.1.1', '1.1.2', '1.1.3.1', '1.1.3.2', '1.1.3.3.1', '1.1.3.3.2', '1.1.3.3.3.1', '1.1.3.3.3.2'])
  expect(renumbered(shipped)).toEqual(shipped)
})

const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('up', 'down', 'in', 'out', 'drop')), { maxLength: 12 })

function walk(framework: Framework, list: readonly (readonly [number, number, string])[]): Framework {
  return list.reduce((now, [one, other, how]) => {
    const rows = outlineOf(now)
    const [from, to] = [rows[one % rows.length]!.where, rows[other % rows.length]!.where]
    const act: Record<string, () => Edited> = {
      up: () => moved(now, from, -1), down: () => moved(now, from, 1), in: () => shifted(now, from, 1), out: () => shifted(now, from, -1),
      drop: () => dropped(now, from, to),
    }
    return act[how]!().framework
  }, framework)
}

test('whatever is moved wherever, nothing is lost or doubled, nothing comes too deep, and the comparison tells of moves only', () => {
  fc.assert(fc.property(steps, (list) => {
    const after = walk(deep, list)
    expect(idsOf(after).sort()).toEqual(idsOf(deep).sort())
    expect(faultsIn(after).filter(({ what }) => !['empty-criterion', 'wrong-value'].includes(what))).toEqual([])
    const { items, rest } = compareFrameworks(deep, after)
    expect([rest, items.filter(({ moved, state, altered }) => !moved || state !== 'kept' || altered.length > 0)]).toEqual([[], []])
    if (items.length === 0) expect(after).toEqual(deep)
    const again = renumbered(after)
    expect(numbersByPlace(again).filter(({ before, after: by }) => before !== by)).toEqual([])
  }), { numRuns: 60 })
})

test('words that differ are marked, and each side can be read out of it', () => {
  const text = fc.array(fc.constantFrom('veilig', 'en', 'Thuis', ' ', ', ', '\n', 'é', '24'), { maxLength: 30 }).map((words) => words.join(''))
  fc.assert(fc.property(text, text, (before, after) => {
    const pieces = wordDifference(before, after)
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('')
    expect([without('added'), without('removed')]).toEqual([before, after])
    if (before === after) expect(pieces.every(({ kind }) => kind === 'same')).toBe(true)
  }))
  expect(wordDifference('binnen 5 dagen gestart', 'binnen 10 dagen gestart')).toEqual([
    { kind: 'same', text: 'binnen ' }, { kind: 'removed', text: '5' }, { kind: 'added', text: '10' }, { kind: 'same', text: ' dagen gestart' },
  ])
})

test('two versions are told apart by what was added, removed, moved, renumbered and reworded, and by their rule and scales', () => {
  const after = structuredClone(removed(shipped, 'themes[1].criteria[0].expectations[0]').framework)
  const [first, second] = after.themes[0]!.criteria[0]!.expectations
  first!.statement = first!.statement.replace('24', '12')
  second!.number = '1.1.9'
  after.scales.rating[0]!.label = 'voldoet geheel'
  const { framework: now } = added(moved(after, 'themes[2].criteria[1].expectations[0]', 1).framework, 'themes[2]', 'theme', none)
  const { items, rest } = compareFrameworks(shipped, now)
  expect(items.map(({ id, state, moved: isMoved, altered }) => [id, state, isMoved, altered.map(({ place }) => place.part)])).toEqual([
    ['1.1.1', 'kept', false, ['statement']], ['1.1.2', 'kept', false, ['number']], ['3.2.2', 'kept', true, []], ['t1', 'added', false, []],
    ['2.1.1', 'removed', false, []],
  ])
  expect(rest.filter(({ place }) => place.kind === 'rating')).toEqual([
    { place: { kind: 'rating', number: '+', part: 'label' }, before: 'voldoet', after: 'voldoet geheel', words: wordDifference('voldoet', 'voldoet geheel') },
  ])
  expect(compareFrameworks(shipped, shipped)).toEqual({ items: [], rest: [] })
})
