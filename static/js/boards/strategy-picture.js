/** The strategy as one picture: its tiers from what drives to what comes out, each theme with its intention. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { ThemeNumber } from '../parts/marks.js'
import { Unofficial } from './unofficial.js'

/** @param {{ room: Toimi.Room }} props */
export function StrategyPicture({ room }) {
  const themes = Object.fromEntries(room.boot.pack.themes.map((theme) => [theme.id, theme]))
  const marked = room.boot.pack.themes.some((theme) => theme.unconfirmed.includes(room.language))
  return html`<ol class="tiers mt-4" aria-label=${t('The strategy, from what drives it to what comes out of it')}>
      ${room.boot.pack.picture.map(
        (tier) => html`<li key=${tier.key} class="tier">
          <p class="tier__name">${room.said(tier.name)}</p>
          <ul class="tier__themes">${tier.themes.map((id) => html`<${Theme} key=${id} room=${room} theme=${themes[id]} />`)}</ul>
        </li>`,
      )}
    </ol>
    ${marked && html`<p class="xs faint mt-3">* ${t('Wording not yet confirmed')}</p>`}`
}

/** @param {{ room: Toimi.Room, theme: Toimi.Pack['themes'][number] }} props */
function Theme({ room, theme }) {
  const [name, intention] = [room.spoken(theme.name), room.spoken(theme.intention)]
  return html`<li class="tier__theme pane">
    <p class="signed"><${ThemeNumber} number=${Number(theme.id)} /><b lang=${name.lang}>${name.text}</b></p>
    <p class="sm muted"><span lang=${intention.lang}>${intention.text}</span><${Unofficial} room=${room} marked=${theme} /></p>
  </li>`
}
