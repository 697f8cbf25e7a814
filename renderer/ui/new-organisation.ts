import type { Organisation } from '../../shared/domain/organisation.ts'

/** An organisation of which nothing is known yet but the id that it keeps. */
export const newOrganisation = (): Organisation => ({
  id: crypto.randomUUID(), name: '', kind: 'other', partOf: null, region: '', serves: [], verified: false, validFrom: null, validTo: null, mergedInto: null,
})
