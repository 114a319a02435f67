/** What stands on top of the participant's page: the workshop, the way, the time, language and look. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Logo } from '../parts/icon.js'
import { Preferences } from '../parts/preferences.js'
import { Stepline, Stepper } from '../parts/stepper.js'
import { Timer } from '../parts/timer.js'
import { changeLanguage } from './language.js'
import { here, steps, titleOf } from './steps.js'

/** @param {{ room: Toimi.Room }} props */
export function Header({ room }) {
  const workshop = room.store.panel('workshop')
  const order = steps(room)
  const at = order.findIndex((step) => step.id === here(room))
  const step = order[at]
  const way = order.filter((each) => each.kind !== 'break')
  // In a break one is still at what came before it.
  const now = order.slice(0, at + 1).filter((each) => each.kind !== 'break').length
  const title = room.spoken(workshop?.title)
  return html`<header class="header">
    <div class="header__in">
      <${Logo} />
      <div class="header__title">
        <b><span class="only-wide" lang=${title.lang}>${title.text}</span><span class="only-narrow">${step ? titleOf(room, step) : t('Lobby')}</span></b>
        <span class="only-wide">${workshop?.organisation}</span><span class="only-narrow">${now} / ${way.length}</span>
      </div>
      <div class="header__steps only-wide">
        <${Stepper} label=${t('Steps of the workshop')} steps=${way.map((each) => ({ id: each.id, title: titleOf(room, each) }))} now=${now} />
      </div>
      <div class="header__end">
        <${Timer} timer=${room.store.panel('timer')} clock=${room.clock} />
        <${Preferences} language=${room.language} languages=${room.languages} onLanguage=${(/** @type {Toimi.Language} */ language) => changeLanguage(room, language)} />
      </div>
    </div>
    <${Stepline} count=${way.length} now=${now} />
  </header>`
}
