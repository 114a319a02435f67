/** The console's keys: heard everywhere but inside fields and dialogs, and only where they are switched on. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { typing } from '../core/focus.js'
import { html } from '../core/html.js'
import { browserNotes, jot, jotted } from '../core/notes.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Switch } from '../parts/field.js'
import { Key } from '../parts/marks.js'
import { pauseOrGo } from './clockwork.js'
import { groups } from './host.js'
import { deedOf } from './keys.js'
import { go, reveal } from './next.js'
import { nextOnScreen } from './on-screen.js'

const KEPT = 'toimi.keys'
const on = signal(jotted(browserNotes().device, KEPT) !== 'off')

/** @param {boolean} wish */
function switched(wish) {
  on.value = wish
  jot(browserNotes().device, KEPT, wish ? 'on' : 'off')
}

/** @param {import('./host.js').Host} host */
export function useShortcuts(host) {
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const pressed = (event) => {
      if (event.defaultPrevented || typing() || document.querySelector('[role="menu"]')) return
      const deed = deedOf(event, groups(host.room).map(({ letter }) => letter))
      const asked = !!document.querySelector('dialog[open]')
      if (!deed || deed === 'back' || !on.peek() || (asked && !host.looking.peek())) return
      event.preventDefault()
      carryOut(host, deed)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

/** @param {import('./host.js').Host} host @param {Exclude<import('./keys.js').KeyDeed, 'back'>} deed */
function carryOut(host, deed) {
  const { room, ask } = host
  if (typeof deed === 'object') return void (host.looking.value = groups(room).find(({ letter }) => letter === deed.look)?.id ?? null)
  const deeds = {
    next: () => go(host),
    pause: () => pauseOrGo(host),
    longer: () => ask('AddTime', { seconds: 60 }),
    shorter: () => ask('AddTime', { seconds: -60 }),
    screen: () => nextOnScreen(host),
    reveal: () => reveal(host),
    freeze: () => ask('Freeze', { on: !room.store.panel('now')?.frozen }),
    list: () => (host.asking.value = 'list'),
  }
  deeds[deed]()
}

/** @type {[string, () => string][]} */
const LIST = [
  ['N', () => t('Next: what the filled button says')],
  ['R', () => t('Show the result')],
  ['P', () => t('Start, pause or go on with the timer')],
  ['+', () => t('One minute more')],
  ['−', () => t('One minute less')],
  ['S', () => t('What the screen shows')],
  ['F', () => t('Stop writing, or let it go on')],
  ['A', () => t('Look in on group A; other letters likewise, except F')],
  ['?', () => t('This list')],
  ['Esc', () => t('Back')],
]

/** @param {{ host: import('./host.js').Host }} props */
export function Shortcuts({ host }) {
  return html`<${Dialog} open=${host.asking.value === 'list'} title=${t('Which key does what?')} onClose=${() => (host.asking.value = null)} safe=${t('Done')}>
    <dl class="keys">${LIST.map(([key, words]) => html`<dt key=${key}><${Key}>${key}</${Key}></dt><dd>${words()}</dd>`)}</dl>
    <${Switch} label=${t('Single keys are on')} on=${on.value} onPick=${switched} />
    <p class="sm">${t('Inside a field keys only write. The choice is kept on this device.')}</p>
  </${Dialog}>`
}
