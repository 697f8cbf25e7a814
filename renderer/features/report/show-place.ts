/** Brings a place on paper into view, or `around` it where it has none of its own. Only the part that people scroll moves, and not the screen around it. */
export function showPlace(id: string, around = ''): void {
  const place = document.getElementById(id) ?? document.getElementById(around)
  if (!place) return
  document.querySelector('[data-place-shown]')?.removeAttribute('data-place-shown')
  place.setAttribute('data-place-shown', '') // until the next one is
  let box = place.parentElement
  while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
  const to = () => box?.scrollTo(0, box.scrollTop + place.getBoundingClientRect().top - box.getBoundingClientRect().top - 24)
  to()
  requestAnimationFrame(to) // what is drawn only once it is near has its real height by then
}
