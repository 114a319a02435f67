/** One idea that is shown, and where it can be moved. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { Icon } from '../parts/icon.js'
import { Menu } from '../parts/menu.js'
import { faceOf, spokenFace } from './choices.js'
import { signed } from './plain.js'
import { told } from './told.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, nth: number, clusters: Toimi.Card[], may: boolean, news: any }} props `nth` of all ideas on the page */
export function Idea({ room, card, nth, clusters, may, news }) {
  const words = spokenFace(room, card)
  const move = (/** @type {string | null} */ cluster) => void told(news, room.ask('PlaceCards', { cards: [card.id], cluster }))
  const into = clusters.filter((each) => each.id !== card.cluster)
  const deeds = [
    ...into.map((each) => ({ words: faceOf(room, each), onPick: () => move(each.id) })),
    ...(card.cluster ? [{ words: t('Take out of the cluster'), icon: 'x', apart: into.length > 0, onPick: () => move(null) }] : []),
  ]
  const menu = may && deeds.length > 0 && html`<${Menu} label=${html`${t('Move to')} <${Icon} name="down-small" />`} says=${`${t('Move to')}: ${words.text.slice(0, 60)}`} deeds=${deeds} />`
  return html`<${Note} as="li" nth=${nth} lang=${words.lang} foot=${signed(room, card)} aside=${menu}>${words.text}</${Note}>`
}
