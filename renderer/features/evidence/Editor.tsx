import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { bringOne } from '../../source/bring-one.ts'
import { buttons, Labelled, row } from '../../ui/Labelled.tsx'
import { type Area, between, type Edit, edited, isArea, upright, WHOLE } from './area.ts'
import styles from './evidence.module.css'

interface Props {
  inspection: string
  evidence: string
  rotation: number
  /** With the id of the new version, or null when none was made. */
  onDone: (made: string | null) => void
}

const SIDES = ['left', 'top', 'width', 'height'] as const
const EDITS = ['crop', 'mark', 'cover'] as const

/** Cuts, frames or covers a part of a photo, drawn with the pointer or typed; the result is a new version beside the original. */
export function Editor({ inspection, evidence, rotation, onDone }: Props) {
  const { t } = useTranslation()
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null)
  const [area, setArea] = useState<Area>(WHOLE)
  const keep = useOrder(async (canvas: HTMLCanvasElement) => bringOne(inspection, await fileOf(canvas), { derivedFrom: evidence }))
  useEffect(() => {
    let gone = false
    void load(inspection, evidence, rotation).then((canvas) => !gone && setPicture(canvas))
    return () => { gone = true }
  }, [inspection, evidence, rotation])
  const change = (edit: Edit) => picture && isArea(area) && setPicture(edited(picture, edit, area))
  return (
    <div className={styles.viewer}>
      <p>{t('evidence.editExplain')}</p>
      {picture && <Board picture={picture} area={area} onArea={setArea} label={t('evidence.canvas')} />}
      <div className={row} role="group" aria-label={t('evidence.area')}>
        {SIDES.map((side) => (
          <Labelled key={side} label={t(`evidence.${side}`)}>
            <input type="number" min={0} max={100} value={area[side]} onChange={({ target }) => setArea({ ...area, [side]: Number(target.value) })} />
          </Labelled>
        ))}
      </div>
      <div className={buttons}>
        {EDITS.map((edit) => <button key={edit} type="button" disabled={!picture || !isArea(area)} onClick={() => change(edit)}>{t(`evidence.${edit}`)}</button>)}
      </div>
      <div className={buttons}>
        <button type="button" data-main disabled={!picture || keep.isPending} onClick={() => keep.mutate(picture!, { onSuccess: ({ id }) => onDone(id) })}>{t('evidence.keep')}</button>
        <button type="button" onClick={() => onDone(null)}>{t('evidence.back')}</button>
      </div>
    </div>
  )
}

/** The picture with the part that is chosen. */
function Board({ picture, area, onArea, label }: { picture: HTMLCanvasElement; area: Area; onArea: (area: Area) => void; label: string }) {
  const shown = useRef<HTMLCanvasElement>(null)
  const [from, setFrom] = useState<readonly [number, number] | null>(null)
  useEffect(() => {
    const canvas = shown.current!
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')!.drawImage(picture, 0, 0)
  }, [picture])
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [((clientX - left) / width) * 100, ((clientY - top) / height) * 100] as const
  }
  return (
    <div
      className={styles.board}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(pointOf(event))
      }}
      onPointerMove={(event) => from && onArea(between(from, pointOf(event)))}
      onPointerUp={() => setFrom(null)}
    >
      <canvas ref={shown} role="img" aria-label={label} />
      <span ref={(part) => {
        for (const side of SIDES) part?.style.setProperty(side, `${area[side]}%`)
      }} />
    </div>
  )
}

async function load(inspection: string, evidence: string, rotation: number): Promise<HTMLCanvasElement | null> {
  const { handle } = await api.evidence.view({ inspection, evidence })
  if (handle === null) return null
  const picture = await createImageBitmap(await (await fetch(`/evidence/${handle}`)).blob(), { imageOrientation: 'from-image' })
  return upright(picture, rotation)
}

const fileOf = (canvas: HTMLCanvasElement) =>
  new Promise<File>((done) => canvas.toBlob((blob) => done(new File([blob!], 'bewerkt.jpg')), 'image/jpeg', 0.92))
