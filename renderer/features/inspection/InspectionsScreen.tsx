import { Screen } from '../../ui/Screen.tsx'

export function InspectionsScreen(_: { role: 'field' | 'office' }) {
  return <Screen title="InspectionsScreen">{null}</Screen>
}
