import { isBsn } from './privacy-bsn.ts'

/**
 * The numbers that a list gives its files, which are no persons though 1 in 11 passes the proof of a BSN by chance. Where most of a list pass it,
 * it is a list of persons, and none of them is taken for the number of a file.
 */
export function fileNumbersIn(units: readonly string[]): readonly string[] {
  const passing = units.filter((unit) => isBsn(unit.replace(/\D/g, '')))
  return passing.length * 2 > units.length ? [] : units
}
