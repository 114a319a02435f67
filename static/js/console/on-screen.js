/** What the screen shows: chosen here or left to itself, with the facilitator's own headline, and the card in the light. */
import { useSignal } from '@preact/signals'
import { faceOf } from '../boards/choices.js'
import { steps } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { SelectField, TextField } from '../parts/field.js'
import { Icon } from '../parts/icon.js'
import { Key } from '../parts/marks.js'
import { showing } from '../walls/showing.js'
import { currentStep } from './host.js'

/** @type {[Toimi.Now['shows'], () => string][]} */
const CHOICES = [
  ['auto', () => t('By itself')],
  ['code', () => t('The code')],
  ['task', () => t('The task')],
  ['results', () => t('The result')],
  ['plan', () => t('The draft plan')],
]

/** @type {{ [showing: string]: () => string }} */
const NOW = {
  lobby: () => t('Now: the code and how many are in'),
  code: () => t('Now: the code'),
  task: () => t('Now: the task and the time'),
  results: () => t('Now: the result'),
  plan: () => t('Now: the draft plan'),
  spotlight: () => t('Now: one card'),
  over: () => t('Now: thanks and what comes next'),
}

/** @param {{ host: import('./host.js').Host }} props */
export function OnScreen({ host }) {
  const { room } = host
  const now = room.store.panel('now')
  const order = steps(room)
  const step = currentStep(room)
  if (!now) return null
  const shown = showing(now, step, order[order.length - 1]?.id === step?.id)
  return html`<section class="stack gap-3 control" aria-labelledby="on-screen">
    <div class="row row--apart"><h2 id="on-screen" class="text-md">${t('On the screen')}</h2><${Key}>S</${Key}></div>
    <${SelectField} label=${t('What it shows')} help=${NOW[shown]()} value=${now.shows} options=${CHOICES.map(([value, words]) => ({ value, words: words() }))} onPick=${(/** @type {Toimi.Now['shows']} */ what) => host.ask('Show', { what, headline: now.headline })} />
    ${now.spotlight && html`<${Lit} host=${host} card=${now.spotlight} />`}
    ${shown === 'results' && html`<button type="button" class="btn btn--sm" onClick=${() => (host.asking.value = 'headline')}><${Icon} name="pen" /> ${t('Write the headline')}</button>`}
    <${Headline} host=${host} now=${now} />
  </section>`
}

/** The next in the row: what S does. @param {import('./host.js').Host} host */
export function nextOnScreen(host) {
  const now = host.room.store.panel('now')
  const at = CHOICES.findIndex(([value]) => value === now?.shows)
  const [what, words] = CHOICES[(at + 1) % CHOICES.length]
  host.ask('Show', { what, headline: now?.headline ?? null }).then((done) => done && host.news.say(t('On the screen: %(what)s', { what: words() }), { icon: 'screen' }))
}

/** @param {{ host: import('./host.js').Host, card: string }} props */
function Lit({ host, card }) {
  const found = host.room.store.panel(`card:${card}`)
  return html`<div class="note sm"><p lang=${found?.language}>${found ? faceOf(host.room, found) : ''}</p><footer><span>${t('In the light')}</span><button type="button" class="linklike" onClick=${() => host.ask('Spotlight', { card: null })}>${t('Take it down')}</button></footer></div>`
}

/** @param {{ host: import('./host.js').Host, now: Toimi.Now }} props */
function Headline({ host, now }) {
  const { room } = host
  const typed = useSignal(/** @type {Toimi.Parallel} */ ({}))
  if (host.asking.value !== 'headline') return null
  const close = () => {
    typed.value = {}
    host.asking.value = null
  }
  const words = { ...now.headline, ...typed.value }
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text?.trim()))
  const keep = () => {
    host.ask('Show', { what: now.shows, headline: Object.keys(said).length ? said : null })
    close()
  }
  return html`<${Dialog} open=${true} title=${t('What does the result say?')} onClose=${close} choice=${Object.keys(said).length ? t('Show this headline') : t('Show the reckoned headline')} onChoice=${keep}>
    <p>${t('A headline is a finding, in one sentence. Without one of yours the screen shows the one that is reckoned.')}</p>
    ${room.languages.map((language) => html`<${TextField} key=${language} label=${t('Headline in %(language)s', { language: language.toUpperCase() })} note=${language === room.language ? '' : t('optional')} lang=${language} maxLength=${200} value=${words[language] ?? ''} onInput=${(/** @type {string} */ text) => (typed.value = { ...typed.value, [language]: text })} />`)}
  </${Dialog}>`
}

/** The deed that puts a card in the light, for its menu. @param {import('./host.js').Host} host @param {Toimi.Card} card */
export function lightDeed(host, card) {
  const lit = host.room.store.panel('now')?.spotlight === card.id
  return { words: lit ? t('Take it off the screen') : t('Show it on the screen'), icon: 'screen', onPick: () => void host.ask('Spotlight', { card: lit ? null : card.id }) }
}
