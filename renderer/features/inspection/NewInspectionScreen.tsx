import { Screen } from '../../ui/Screen.tsx'

export function NewInspectionScreen() {
  return <Screen title="NewInspectionScreen">{null}</Screen>
}
