/** The bar at the foot: what one can always do, and the one filled button that is this person's next step. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { mine, myGroup } from './steps.js'

/**
 * @param {{ room: Toimi.Room, step: string | null, news: any, children?: any }} props children stand at the beginning
 */
export function Bar({ room, step, news, children }) {
  if (room.role === 'observer') return null
  const found = step ? room.store.panel(`step:${step}`) : null
  return html`<section class="bar" aria-label=${t('Actions')}>
    <div class="bar__in">
      ${children}
      <${Undo} room=${room} news=${news} />
      <a class="btn btn--quiet not-phone" href=${room.boot.urls.mine}>${t('What I wrote')}</a>
      <span class="right"></span>
      ${found && html`<${Help} room=${room} />`}
      ${found && html`<${Ready} room=${room} step=${found} />`}
    </div>
  </section>`
}

/** @param {{ room: Toimi.Room, news: any }} props */
function Undo({ room, news }) {
  if (!room.store.panel('me')?.undo) return null
  const undo = async () => {
    const { ok, words } = await room.ask('Undo', {})
    news.say(ok ? t('Taken back.') : words, { icon: ok ? 'undo' : 'alert' })
  }
  return html`<button type="button" class="btn btn--quiet" onClick=${undo}><${Icon} name="undo" /> <span class="not-phone">${t('Undo')}</span><span class="sr only-phone">${t('Undo')}</span></button>`
}

/** @param {{ room: Toimi.Room }} props */
function Help({ room }) {
  const group = myGroup(room)
  if (!group) return null
  return html`<button type="button" class="btn" onClick=${() => room.ask('AskForHelp', { on: true })}>
    <${Icon} name="hand" /> <span class="not-phone">${t('Ask the facilitator')}</span><span class="sr only-phone">${t('Ask the facilitator')}</span>
  </button>`
}

/** Ready is the group's word where groups work, else one's own. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Ready({ room, step }) {
  const kind = room.boot.kinds[step.kind]
  if (kind.by === 'room' || step.phase !== 'open') return null
  const group = myGroup(room)
  const byGroup = kind.by === 'group'
  if (byGroup && !group) return null
  const ready = byGroup ? group?.ready.includes(step.id) : mine(room, step.id).ready
  const words = ready ? t('Not ready after all') : byGroup ? t('We are ready') : t('I am done')
  return html`<button type="button" class=${ready ? 'btn' : 'btn btn--primary'} onClick=${() => room.ask('MarkReady', { step: step.id, ready: !ready })}>${words}</button>`
}
