import type { Entity, State } from '../../../shared/domain/entity.ts'
import type { Field } from '../../../shared/domain/field.ts'
import { type Expectation, type Framework, gradeOf, judgementOf } from '../../../shared/domain/framework.ts'
import { both, type Content, html, type Markup } from './markup.ts'

type Shown<T> = (value: T) => Content

export const NONE = html`<span class="none">${both('niet ingevuld', 'not filled in')}</span>`
const ERASED = html`<span class="state">× ${both('gewist', 'erased')}</span>`

/** What a field says: its value, that it was erased, or every answer of a difference that nobody has settled. */
export function told<T>({ value, different, heads }: Field<T>, show: Shown<NonNullable<T>>, none: Markup = NONE): Markup {
  if (different) return html`<span class="state">≠ ${both('verschil, nog niet beslecht', 'difference, not settled')}:</span><span class="differing">${answersOf(heads, show)}</span>`
  if (heads.some(({ erased }) => erased)) return ERASED
  return value === null || value === '' ? none : html`${show(value as NonNullable<T>)}`
}

/** Each different answer once, in an order that depends on nothing but the answers. */
function answersOf<T>(heads: Field<T>['heads'], show: Shown<NonNullable<T>>): Markup[] {
  const said = heads.map(({ value, erased }) => (erased ? ERASED : value === null ? html`(${both('leeg', 'empty')})` : html`${show(value as NonNullable<T>)}`))
  const distinct = new Map(said.map((answer) => [String(answer), answer]))
  return [...distinct.keys()].sort().map((text) => html` <span class="answer">${distinct.get(text)!}</span>`)
}

/** Whether a field has anything to tell. */
export const isTold = <T>({ value, different, heads }: Field<T>) =>
  different || (value !== null && value !== '') || heads.some(({ erased }) => erased)

/** A text as it was typed, its lines kept. */
export const prose = (text: string) => html`<span class="prose">${text}</span>`

/**
 * A text that someone recorded, in an element that tells where it stands in the change log and of which heads it was read: `data-of` is
 * `<entity>:<entityId>:<field>`, `data-seen` the ids of the heads with a space between.
 */
export function recorded<E extends Entity>(entity: E, id: string, fields: State<E>, name: keyof State<E> & string, none: Markup = NONE): Markup {
  const field: Field<unknown> = fields[name]
  return html`<span data-of="${entity}:${id}:${name}" data-seen="${field.heads.map((head) => head.id).sort().join(' ')}">${
    told(field, (text) => prose(String(text)), none)}</span>`
}

/** Marks what is not in the words of the published framework. */
export const ownMark = (wording: Expectation['wording']) =>
  wording === 'official' ? null : html`<span class="own" aria-hidden="true">*</span><span class="aloud"> (${both('eigen woorden', 'own words')})</span>`

/** A rating as the sign, the shape and the word of its scale; filled if it is met. */
export function ratingMark(framework: Framework, code: string): Markup {
  const grade = gradeOf(framework, code)
  if (!grade) return html`${code}`
  const { shape, sign, met } = grade
  return html`<span class="mark ${shape}${met ? ' met' : ''}">${sign}</span> ${both(grade.label, grade.english)}`
}

/** A judgement of a criterion as its letter and its word. */
export function judgementMark(framework: Framework, code: string): Markup {
  const judgement = judgementOf(framework, code)
  return judgement ? html`<span class="mark letter">${judgement.code}</span> ${both(judgement.label, judgement.english)}` : html`${code}`
}
