/** The names to suggest: they tell nothing about the organisation. */
export const FILES = {
  xlsx: (of: string) => `${of}-gegevens.xlsx`,
  csv: (of: string) => `${of}-gegevens-csv.zip`,
  json: (of: string) => `${of}-gegevens.json`,
  oscal: (of: string) => `${of}-oscal-resultaten.json`,
  poam: (of: string) => `${of}-oscal-poam.json`,
  bagit: (of: string) => `${of}-archief.zip`,
} as const
