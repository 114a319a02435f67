/** Forms while the line is away: they stay as they are typed, and the page says what is safe and what to do. */

/** What is typed in a form that goes to the server, and whether one was to be sent without a line. */
const now = { typed: false, held: false }

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && posts(target.closest('form'))) now.typed = true
})

// Before any other listener: to those nothing was sent, and what they know as unsaved stays so.
addEventListener(
  'submit',
  (sent) => {
    if (!posts(sent.target)) return
    if (navigator.onLine) {
      Object.assign(now, { typed: false, held: false })
      return
    }
    sent.preventDefault()
    sent.stopImmediatePropagation()
    now.held = true
    say('none')
  },
  true,
)

addEventListener('online', () => {
  if (now.held) say('back')
})

// Without a line nothing comes in place of this page: the browser asks before it goes.
addEventListener('beforeunload', (leaving) => {
  if (!navigator.onLine && (now.typed || now.held)) leaving.preventDefault()
})

/** @param {unknown} form */
function posts(form) {
  return form instanceof HTMLFormElement && form.method === 'post'
}

/** @param {'none' | 'back'} what */
function say(what) {
  const place = document.querySelector('[data-away]')
  const words = place?.querySelector(`template[data-words="${what}"]`)
  const said = place?.querySelector('[role=status]')
  if (words instanceof HTMLTemplateElement) said?.replaceChildren(document.importNode(words.content, true))
}

// A module of its own: its names are nobody else's.
export {}
