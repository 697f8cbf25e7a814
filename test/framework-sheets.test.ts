import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameworkFromSheets } from '../shared/domain/framework-from-sheets.ts'
import { sheetsOf } from '../shared/domain/framework-sheets.ts'
import { faultsIn, type Framework } from '../shared/domain/framework.ts'
import { anyFramework } from './helpers/any-framework.ts'
import { framework } from './helpers/worked-case.ts'

test.each(['nl', 'en'] as const)('the framework of 2015 stands in sheets and comes back as it was (%s)', (language) => {
  expect(frameworkFromSheets(sheetsOf(framework, language))).toEqual({ framework, faults: [], notes: [] })
})

test('every framework comes back from its sheets as it was', () => {
  fc.assert(fc.property(anyFramework, fc.constantFrom('nl' as const, 'en' as const), (any, language) => {
    expect(faultsIn(any)).toEqual([])
    expect(frameworkFromSheets(sheetsOf(any, language))).toEqual({ framework: any, faults: [], notes: [] })
  }), { numRuns: 60 })
})

test('a reader that would lose the last line of a sheet is found', () => {
  const losing = (any: Framework) => frameworkFromSheets(sheetsOf(any, 'nl').map((sheet) => (sheet.name === 'Thema’s en criteria' ? { ...sheet, rows: sheet.rows.slice(0, -1) } : sheet)))
  const isKept = (any: Framework) => JSON.stringify(losing(any).framework) === JSON.stringify(any)
  expect(fc.check(fc.property(anyFramework, isKept), { numRuns: 5, endOnFailure: true }).failed).toBe(true)
})
