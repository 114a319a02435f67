/** Language and look, in the header of a live page. Nothing is reloaded before the person's words are safe. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from './icon.js'
import { chooseLook, look } from './look.js'
import { Menu } from './menu.js'

/** @type {{ [language in Toimi.Language]: string }} */
const NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/**
 * @param {{ language: Toimi.Language, languages: Toimi.Language[], onLanguage: (language: Toimi.Language) => void }} props
 * `onLanguage` asks for the seat's change and loads the page again
 */
export function Preferences({ language, languages, onLanguage }) {
  const looks = [
    { value: /** @type {const} */ ('system'), words: t('As on the device'), icon: 'system' },
    { value: /** @type {const} */ ('light'), words: t('Light'), icon: 'sun' },
    { value: /** @type {const} */ ('dark'), words: t('Dark'), icon: 'moon' },
  ]
  const deeds = [
    ...languages.map((code) => ({ words: NAMES[code], lang: code, chosen: code === language, onPick: () => onLanguage(code) })),
    ...looks.map(({ value, words, icon }, n) => ({ words, icon, chosen: value === look.value, apart: n === 0, onPick: () => chooseLook(value) })),
  ]
  const label = html`${language.toUpperCase()} <${Icon} name="down-small" />`
  return html`<${Menu} label=${label} says=${`${language.toUpperCase()}, ${t('Language and look: %(name)s', { name: NAMES[language] })}`} deeds=${deeds} />`
}
