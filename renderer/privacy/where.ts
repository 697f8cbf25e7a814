const STAGES: Readonly<Record<string, string>> = {
  conclusion: 'eindoordeel', reportText: 'rapport', proseAnswer: 'rapport', note: 'interviews', question: 'interviews', asked: 'interviews', document: 'documenten', observation: 'documenten',
  evidence: 'documenten', link: 'documenten', visit: 'bezoekdag', agreement: 'bezoekdag', danger: 'bezoekdag', sample: 'dossieronderzoek',
  caseFile: 'dossieronderzoek', answer: 'dossieronderzoek', fileReckoning: 'dossieronderzoek', termReckoning: 'dossieronderzoek',
  claim: 'beweerd', caseload: 'beweerd', profile: 'beweerd', performer: 'beweerd', privacy: 'privacy',
  improvement: 'verbeterpunten', pointExpectation: 'verbeterpunten', improvementMeasure: 'verbeterpunten', measurePoint: 'verbeterpunten',
  measureSource: 'verbeterpunten', progress: 'verbeterpunten', plan: 'verbeterpunten', planLine: 'verbeterpunten', privilege: 'privacy', keyList: 'privacy',
}

/** Whose address leads to the thing itself: by its own id, or by that of the file or the talk in which it is. */
const OWN = ['document', 'observation', 'evidence', 'caseFile', 'answer', 'note', 'question']

/** The stage on which something that was recorded is shown, and its address: that of its own place where it has one. */
export function whereIs({ entity, entityId }: { entity: string; entityId: string }, inspection: string): { stage: string; to: string } {
  const base = `/inspectie/${inspection}`
  if (entity === 'finding' || entity === 'limb') return { stage: 'oordelen', to: `${base}/oordelen/verwachting/${entityId.split('/')[0]}` }
  if (entity === 'appraisal') return { stage: 'oordelen', to: `${base}/oordelen/criterium/${entityId}` }
  const stage = entity === 'note' && entityId.startsWith(inspection) ? 'bezoekdag' : (STAGES[entity] ?? 'voorbereiding')
  return { stage, to: OWN.includes(entity) && stage !== 'bezoekdag' ? `${base}/${stage}/${entityId.split('/')[0]}` : `${base}/${stage}` }
}
