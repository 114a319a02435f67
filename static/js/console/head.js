/** On top of the console: the workshop, since when it runs, how many are here, the way to the screen and the keys. */
import { changeLanguage } from '../frame/language.js'
import { steps } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t, timeOfDay } from '../core/words.js'
import { Icon, Logo } from '../parts/icon.js'
import { Key, Status } from '../parts/marks.js'
import { Preferences } from '../parts/preferences.js'

/** @param {{ host: import('./host.js').Host }} props */
export function Head({ host }) {
  const { room } = host
  const title = room.spoken(room.store.panel('workshop')?.title)
  return html`<header class="header console__head">
    <div class="header__in">
      <${Logo} />
      <div class="header__title"><b lang=${title.lang}>${title.text}</b><span><${RunningWith} room=${room} /></span></div>
      <div class="header__end">
        <${Since} room=${room} />
        <${Here} room=${room} />
        <a class="btn btn--sm" href=${room.boot.urls.screen} target="_blank" rel="opener"><${Icon} name="screen" /> <span class="not-phone">${t('Open the screen')}</span><span class="only-phone">${t('Screen')}</span></a>
        <button type="button" class="btn btn--sm not-phone" onClick=${() => (host.asking.value = 'list')}>${t('Shortcuts')} <${Key}>?</${Key}></button>
        <${Preferences} language=${room.language} languages=${room.languages} onLanguage=${(/** @type {Toimi.Language} */ language) => changeLanguage(room, language)} />
      </div>
    </div>
  </header>`
}

/** @param {{ room: Toimi.Room }} props */
function RunningWith({ room }) {
  const others = room.store.all('seat:').filter((seat) => ['host', 'cohost'].includes(seat.role) && seat.id !== room.seat)
  return others.length ? t('You are running it with %(names)s', { names: others.map(({ name }) => name).join(', ') }) : t('You are running it')
}

/** @param {{ room: Toimi.Room }} props */
function Since({ room }) {
  const opened = steps(room)
    .map((step) => step.opened_at)
    .filter((at) => at !== null)
    .toSorted()[0]
  return html`<span class="console__since">${opened ? html`<${Status} kind="ok">${t('Live since %(time)s', { time: timeOfDay(opened) })}</${Status}>` : html`<${Status} kind="info">${t('Not begun')}</${Status}>`}</span>`
}

/** @param {{ room: Toimi.Room }} props */
function Here({ room }) {
  const attention = room.store.panel('attention')
  const all = room.store.panel('workshop')?.people ?? 0
  if (!attention) return null
  return html`<span class="sm num nowrap"><b>${attention.here.length}</b> <span class="muted">${t('of %(n)s here', { n: all })}</span></span>`
}
