/** How every live page begins: its boot, the method, the room; then it is drawn into its frame. */
import { render } from 'preact'
import { html } from '../core/html.js'
import { openRoom, readBoot } from '../core/room.js'

/**
 * @param {any} Page a component that is given `{ room }`
 */
export async function open(Page) {
  const boot = readBoot()
  const method = await fetch(boot.method).then((answer) => answer.json())
  const room = await openRoom({ ...boot, ...method })
  const frame = document.getElementById('live')
  if (!frame) return
  frame.replaceChildren()
  render(html`<${Page} room=${room} />`, frame)
}
