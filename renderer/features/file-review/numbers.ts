import i18next from 'i18next'

/** A number with at most one decimal, as the language of the screen writes it; a dash where there is none. */
export const numbersOf = (value: number | null) =>
  value === null ? '–' : new Intl.NumberFormat(i18next.language, { maximumFractionDigits: 1 }).format(value)
