import { Screen } from '../../ui/Screen.tsx'

export function InspectorsScreen() {
  return <Screen title="InspectorsScreen">{null}</Screen>
}
