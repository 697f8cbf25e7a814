import { memo, type ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { WorkspaceRole } from '../shared/domain/workspace.ts'
import { Plan } from './features/activity/Plan.tsx'
import { ImportScreen } from './features/bundle/ImportScreen.tsx'
import { SignScreen } from './features/bundle/SignScreen.tsx'
import { ClaimsScreen } from './features/claim/ClaimsScreen.tsx'
import { ComparisonScreen } from './features/comparison/ComparisonScreen.tsx'
import { Rounds } from './features/comparison/Rounds.tsx'
import { DataOut } from './features/data-export/DataOut.tsx'
import { DataScreen } from './features/data-export/DataScreen.tsx'
import { DocumentsScreen } from './features/document/DocumentsScreen.tsx'
import { AccessScreen } from './features/enrolment/AccessScreen.tsx'
import { InspectorsScreen } from './features/enrolment/InspectorsScreen.tsx'
import { EvidencePart } from './features/evidence/EvidencePart.tsx'
import { FactualCheckScreen } from './features/factual-check/FactualCheckScreen.tsx'
import { FileReviewScreen } from './features/file-review/FileReviewScreen.tsx'
import { FindingScreen } from './features/finding/FindingScreen.tsx'
import { DraftScreen } from './features/framework/DraftScreen.tsx'
import { FrameworkScreen } from './features/framework/FrameworkScreen.tsx'
import { FrameworksScreen } from './features/framework/FrameworksScreen.tsx'
import { VersionsScreen } from './features/framework/VersionsScreen.tsx'
import { ImprovementScreen } from './features/improvement/ImprovementScreen.tsx'
import { InspectionFrame } from './features/inspection/InspectionFrame.tsx'
import { InspectionsScreen } from './features/inspection/InspectionsScreen.tsx'
import { NewInspectionScreen } from './features/inspection/NewInspectionScreen.tsx'
import { NewPaperRoundScreen } from './features/inspection/NewPaperRoundScreen.tsx'
import { PreparationScreen } from './features/inspection/PreparationScreen.tsx'
import { InterviewsScreen } from './features/interview/InterviewsScreen.tsx'
import { Figures } from './features/monthly-figure/Figures.tsx'
import { Observations } from './features/observation/Observations.tsx'
import { OrganisationsScreen } from './features/organisation/OrganisationsScreen.tsx'
import { PaperRoundScreen } from './features/paper-round/PaperRoundScreen.tsx'
import { PrivacyScreen } from './features/privacy/PrivacyScreen.tsx'
import { LettersScreen } from './features/letter/LettersScreen.tsx'
import { PublicationScreen } from './features/publication/PublicationScreen.tsx'
import { PublicVersionScreen } from './features/public-version/PublicVersionScreen.tsx'
import { ReportScreen } from './features/report/ReportScreen.tsx'
import { SettingsScreen } from './features/settings/SettingsScreen.tsx'
import { StartAlerts } from './features/supervision/Alerts.tsx'
import { SupervisionScreen } from './features/supervision/SupervisionScreen.tsx'
import { VerdictScreen } from './features/verdict/VerdictScreen.tsx'
import { QuickNote } from './features/visit/QuickNote.tsx'
import { VisitScreen } from './features/visit/VisitScreen.tsx'
import { WordScreen } from './features/word/WordScreen.tsx'

/** Every screen with its address, in Dutch as it may be read aloud; what is not there leads to the list. */
export const Screens = memo(function Screens({ role, location }: { role: WorkspaceRole; location: string }) {
  return (
    <Switch location={location}>
      <Route path="/"><InspectionsScreen role={role}>{role === 'office' && <StartAlerts />}</InspectionsScreen></Route>
      <Route path="/inspectie/nieuw"><NewInspectionScreen /></Route>
      <Route path="/inspectie/overnemen"><NewPaperRoundScreen /></Route>
      <Route path="/inspectie/:id/:stage/*?">{({ id, stage }) => <Inspection key={id} id={id} stage={stage} />}</Route>
      <Route path="/inspectie/:id">{({ id }) => <Redirect to={`/inspectie/${id}/voorbereiding`} replace />}</Route>
      <Route path="/inlezen"><ImportScreen role={role} /></Route>
      <Route path="/inspecteurs"><InspectorsScreen /></Route>
      <Route path="/toegang"><AccessScreen /></Route>
      <Route path="/organisaties"><OrganisationsScreen /></Route>
      <Route path="/organisaties/:id">{({ id }) => <SupervisionScreen key={id} organisation={id}><Rounds organisation={id} /><Figures organisation={id} /></SupervisionScreen>}</Route>
      <Route path="/toetsingskaders"><FrameworksScreen /></Route>
      <Route path="/toetsingskaders/concept/:id">{({ id }) => <DraftScreen key={id} id={id} />}</Route>
      <Route path="/toetsingskaders/:before/vergelijken/:after">{({ before, after }) => <VersionsScreen key={`${before} ${after}`} before={before} after={after} />}</Route>
      <Route path="/toetsingskaders/:hash">{({ hash }) => <FrameworkScreen key={hash} hash={hash} />}</Route>
      <Route path="/gegevens"><DataScreen /></Route>
      <Route path="/instellingen"><SettingsScreen /></Route>
      <Route><Redirect to="/" replace /></Route>
    </Switch>
  )
})

function Inspection({ id, stage }: { id: string; stage: string }) {
  const stages: Readonly<Record<string, ReactNode>> = {
    voorbereiding: <PreparationScreen inspection={id}><Plan inspection={id} /></PreparationScreen>,
    bezoekdag: <VisitScreen inspection={id} />,
    interviews: <InterviewsScreen inspection={id} />,
    documenten: <DocumentsScreen inspection={id}><Observations inspection={id} /><EvidencePart inspection={id} /></DocumentsScreen>,
    dossieronderzoek: <FileReviewScreen inspection={id} />,
    beweerd: <ClaimsScreen inspection={id} />,
    oordelen: <FindingScreen inspection={id} />,
    eindoordeel: <VerdictScreen inspection={id} />,
    verbeterpunten: <ImprovementScreen inspection={id} />,
    vergelijking: <ComparisonScreen inspection={id} />,
    overnemen: <PaperRoundScreen inspection={id} />,
    rapport: <ReportScreen inspection={id} />,
    word: <WordScreen inspection={id} />,
    wederhoor: <FactualCheckScreen inspection={id} />,
    privacy: <PrivacyScreen inspection={id} />,
    brieven: <LettersScreen inspection={id} />,
    openbaarmaking: <PublicationScreen inspection={id} />,
    'openbare-versie': <PublicVersionScreen inspection={id} />,
    ondertekenen: <SignScreen inspection={id}><DataOut inspection={id} /></SignScreen>,
  }
  return Object.hasOwn(stages, stage)
    ? <><InspectionFrame inspection={id} stage={stage}>{stages[stage]}</InspectionFrame><QuickNote inspection={id} /></>
    : <Redirect to={`/inspectie/${id}/voorbereiding`} replace />
}
