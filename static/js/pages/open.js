/** How every live page begins: its boot, the method, the room; then it is drawn into its frame. */
import { render } from 'preact'
import { html } from '../core/html.js'
import { openRoom, readBoot } from '../core/room.js'
import { rename } from '../core/words.js'

/**
 * @param {any} Page a component that is given `{ room }`
 */
export async function open(Page) {
  const boot = readBoot()
  const [room] = await Promise.all([openRoom(boot), learnMethod(boot)])
  rename(boot.pack.words)
  const frame = document.getElementById('live')
  if (!frame) return
  frame.replaceChildren()
  render(html`<${Page} room=${room} />`, frame)
}

/** The pack and the kinds of step come beside the boot, since they are kept for ever. @param {Toimi.Boot} boot */
async function learnMethod(boot) {
  const answer = await fetch(boot.method)
  Object.assign(boot, await answer.json())
}
