/** The strategy as one picture: its tiers from what drives to what comes out, each theme with its intention. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { ThemeNumber } from '../parts/marks.js'
import { Official, legend, named } from './unofficial.js'

/** @param {{ room: Toimi.Room }} props */
export function StrategyPicture({ room }) {
  const themes = Object.fromEntries(room.boot.pack.themes.map((theme) => [theme.id, theme]))
  const meaning = legend(room, [...room.boot.pack.picture.map(tierNamed), ...room.boot.pack.themes.flatMap((theme) => [named(theme), meant(theme)])])
  return html`<ol class="tiers mt-4" aria-label=${t('The strategy, from what drives it to what comes out of it')}>
      ${room.boot.pack.picture.map(
        (tier) => html`<li key=${tier.key} class="tier">
          <p class="tier__name"><${Official} room=${room} of=${tierNamed(tier)} /></p>
          <ul class="tier__themes">${tier.themes.map((id) => html`<${Theme} key=${id} room=${room} theme=${themes[id]} />`)}</ul>
        </li>`,
      )}
    </ol>
    ${meaning && html`<p class="xs faint mt-3">${meaning}</p>`}`
}

/** @param {Toimi.Pack['picture'][number]} tier */
const tierNamed = (tier) => ({ words: tier.name, unconfirmed: tier.unconfirmed })

/** @param {Toimi.Pack['themes'][number]} theme */
const meant = (theme) => ({ words: theme.intention, unconfirmed: theme.unconfirmed })

/** @param {{ room: Toimi.Room, theme: Toimi.Pack['themes'][number] }} props */
function Theme({ room, theme }) {
  return html`<li class="tier__theme pane">
    <p class="signed"><${ThemeNumber} number=${Number(theme.id)} /><b><${Official} room=${room} of=${named(theme)} /></b></p>
    <p class="sm muted"><${Official} room=${room} of=${meant(theme)} /></p>
  </li>`
}
